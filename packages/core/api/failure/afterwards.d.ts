/** What a write of unknown outcome makes of the answer that comes after it. */
import type { Row } from "../wire/operation.js";
import type { AnyIdentitiesError } from "./classes.js";
import type { Outcome } from "./taxonomy.js";
/** A delete that may have happened already, by the attempts before, and now finds nothing: it has happened. */
export declare const isGone: (answer: {
    readonly status?: number | undefined;
}, { id, method }: Row, before: Outcome) => boolean;
/**
 * Whether this failure of a create leaves it possible that the identity is there now, and there is time to look.
 * Timers may fire a little early: after a total timeout a moment can be left, in which nothing shall be sent.
 */
export declare const mayBeThere: (error: AnyIdentitiesError) => boolean;
