/**
 * What a failed connection says of a write: nothing, unless the transport proves that no byte went out.
 * Node and Bun tell by code that a host refused or has no address; other runtimes don't say.
 */
import type { Outcome } from "./taxonomy.ts";

const notSent = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

/** The code of the lowest error in a chain of causes that has one, and the message that goes with it. */
export function connectionReason(thrown: unknown): { readonly code?: string; readonly text: string } {
	let code: string | undefined;
	let text = "";
	for (let at: unknown = thrown, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
		if ("code" in at && typeof at.code === "string") code = at.code;
		if (at.message) text = at.message;
	}
	return { ...(code !== undefined && { code }), text: text || String(thrown) };
}

export const outcomeOfConnection = (code: string | undefined): Outcome =>
	code !== undefined && notSent.has(code) ? "not-sent" : "unknown";
