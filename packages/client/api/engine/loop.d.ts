import type { Answer, Call, Engine, Outgoing } from "./call.js";
/** Checks a call and writes its request. Throws an `InvalidInputError`. */
export declare function requestFor(engine: Engine, { row, input, options }: Call): Outgoing;
/**
 * Checks a call, and sends it. Rejects with one of core's errors, or with the reason of the caller's signal.
 * `request` may be given in the place of the one that would be written.
 */
export declare function perform(engine: Engine, call: Call, request?: Outgoing): Promise<Answer>;
