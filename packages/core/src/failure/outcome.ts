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
 * What a transport threw, or its cause, which has the reason where Node's fetch wraps it.
 * Errors are known by their fields, since those of another realm (a Jest test, a frame) are no `Error` of ours.
 */
export function connectionReason(thrown: unknown): Reason {
	const outer = Object(thrown) as Partial<Record<keyof Error | "code", unknown>>;
	const inner = Object(outer.cause) as typeof outer;
	const texts = [inner.message, outer.message, thrown];
	return {
		code: [inner.code, outer.code].find(isWord),
		text: texts.find(isWord) ?? "",
	};
}

export const outcomeOfConnection = (code: string | undefined): Outcome =>
	/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/.test(`${code}`) ? "not-sent" : "unknown";
