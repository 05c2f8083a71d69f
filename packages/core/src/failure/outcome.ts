/**
 * What a failed connection says of a write: nothing, unless the transport proves that no byte went out.
 * Node and Bun tell by code that a host refused or has no address; other runtimes don't say.
 */
import { isFields } from "../wire/reading.ts";
import type { Outcome } from "./taxonomy.ts";

const notSent = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

interface Reason {
	readonly code?: string;
	readonly text: string;
}

/**
 * The code of the lowest error in a chain of causes that has one, and the message that goes with it.
 * Errors are known by their fields, since those of another realm (a Jest test, a frame) are no `Error` of ours.
 */
export function connectionReason(thrown: unknown): Reason {
	const { code, text = "" } = reasonIn(thrown, 5);
	const shown = text || (typeof thrown === "object" ? "no reason given" : String(thrown));
	return { ...(code !== undefined && { code }), text: shown };
}

function reasonIn(error: unknown, depth: number): Partial<Reason> {
	if (!isFields(error) || depth === 0) return {};
	const own: Partial<Reason> = {
		...(typeof error["code"] === "string" && { code: error["code"] }),
		...(typeof error["message"] === "string" && error["message"] !== "" && { text: error["message"] }),
	};
	// Of several errors (one for each address tried) the one that leaves the most open speaks for all.
	const several = Array.isArray(error["errors"]) ? error["errors"] : [];
	const reasons = several.map((each) => reasonIn(each, depth - 1));
	const inner = reasons.find(({ code }) => outcomeOfConnection(code) === "unknown") ?? reasons[0];
	return { ...own, ...inner, ...reasonIn(error["cause"], depth - 1) };
}

export const outcomeOfConnection = (code: string | undefined): Outcome =>
	code !== undefined && notSent.has(code) ? "not-sent" : "unknown";
