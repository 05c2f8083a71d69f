import { Identities } from "@orq/identities-effect";
import * as Effect from "effect/Effect";
import * as Redacted from "effect/Redacted";
import type { Client, Where } from "../contender.ts";
import { clientOf } from "./service.ts";

export function open({ apiKey, ...where }: Where): Client {
	return clientOf(Effect.runSync(Identities.make({ apiKey: Redacted.make(apiKey), ...where })));
}
