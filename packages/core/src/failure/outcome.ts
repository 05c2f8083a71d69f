/**
 * What a failed connection says of a write: nothing, unless the transport proves that no byte went out.
 * Node and Bun tell by code that a host refused or has no address; other runtimes don't say.
 */
import { isWord } from "./message.ts";
import type { Outcome } from "./taxonomy.ts";

interface Reason {
	readonly code: string | undefined;
	readonly text: string;
}

/**
 * What a transport threw: the lowest code and message in its chain of causes. Errors are known by their fields, since
 * those of another realm (a Jest test, a frame) are no `Error` of ours.
 */
export function connectionReason(thrown: unknown): Reason {
	let code: string | undefined;
	let text = isWord(thrown) ? thrown : "";
	let at = thrown;
	// Causes may go round in a circle.
	for (let depth = 0; at && depth < 5; depth++) {
		const it: { readonly [field: string]: unknown } = Object(at);
		if (isWord(it["code"])) code = it["code"];
		if (isWord(it["message"])) text = it["message"];
		at = it["cause"];
	}
	return { code, text };
}

export const outcomeOfConnection = (code: string | undefined): Outcome =>
	/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/.test(`${code}`) ? "not-sent" : "unknown";
