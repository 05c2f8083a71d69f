/** What a write of unknown outcome makes of the answer that comes after it. */
import type { Row } from "../wire/operation.ts";
import type { AnyIdentitiesError } from "./classes.ts";
import type { Outcome } from "./taxonomy.ts";

/** A delete that may have happened already, by the attempts before, and now finds nothing: it has happened. */
export const isGone = (
	answer: { readonly status?: number | undefined },
	{ id, method }: Row,
	before: Outcome,
): boolean => answer.status === 404 && !!id && method === "DELETE" && before === "unknown";

/**
 * Whether this failure of a create leaves it possible that the identity is there now, and there is time to look.
 * Timers may fire a little early: after a total timeout a moment can be left, in which nothing shall be sent.
 */
export const mayBeThere = (error: AnyIdentitiesError): boolean =>
	(error as { readonly scope?: string }).scope !== "total" &&
	(error._tag === "ConflictError" || error._tag === "RequestRejectedError" || error.outcome === "unknown");
