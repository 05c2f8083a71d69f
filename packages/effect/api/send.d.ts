/**
 * Sends an operation until it succeeds or the rules say stop. It only joins its rooms: the call (`call.ts`), one
 * attempt (`attempt.ts`), when to try again (`retry.ts`), and core's decisions.
 */
import type { OperationErrors, OperationName } from "@orq/identities-core";
import { type MethodInput } from "@orq/identities-core/internal";
import * as Effect from "effect/Effect";
import { type CallOptions } from "./call.js";
import type { OperationAnswers } from "./generated/types.js";
import type { Settings } from "./settings.js";
/** Sends an operation: what the generated methods are made of. */
export type Send = <Name extends OperationName>(name: Name, input: MethodInput<Name>, options?: CallOptions) => Effect.Effect<OperationAnswers[Name], OperationErrors[Name]>;
export declare const sendOf: (settings: Settings) => Send;
