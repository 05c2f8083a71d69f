/** Our Effect client under a tracer that keeps nothing: what the making of its spans costs. */
import { Identities } from "@orq/identities-effect";
import * as Effect from "effect/Effect";
import * as Redacted from "effect/Redacted";
import * as Tracer from "effect/Tracer";
import type { Client, Where } from "../contender.ts";
import { clientOf } from "./service.ts";

const tracer = Tracer.make({ span: (options) => new Tracer.NativeSpan(options) });

export function open({ apiKey, ...where }: Where): Client {
	const identities = Effect.runSync(Identities.make({ apiKey: Redacted.make(apiKey), ...where }));
	return clientOf(identities, Effect.withTracer(tracer));
}
