/**
 * Carries out a fault: whether and when the operation is done, which answer is given, and how much of it arrives.
 */
import { type Answer, isBodiless, jsonAnswer, refusal, textAnswer } from "../exchange/answer.ts";
import { pause } from "./pause.ts";
import type { FaultRule } from "./rule.ts";

/** What a fault happens to. */
export interface Spoilable {
	/** Does the operation, at once. */
	readonly work: () => Answer;
	/** The operation's success status; 200 where the request has none. */
	readonly success: number;
}

/** @throws the signal's reason, when the client goes away during the delay; the work may be undone then. */
export async function spoiled(
	rule: FaultRule,
	{ work, success }: Spoilable,
	signal: AbortSignal | undefined,
): Promise<Answer> {
	const early = rule.afterWrite ? work() : undefined;
	if (rule.delayMs !== undefined) await pause(rule.delayMs, signal);
	const own = early ?? (isDone(rule) ? work() : undefined);
	const answer = substituteOf(rule, success) ?? own ?? nothing;
	const headers = { ...answer.headers, ...lowerCased(rule.headers) };
	return { ...answer, headers, delivery: deliveryOf(rule, answer) };
}

const nothing = textAnswer(200, "", {});

/** Whether the operation is done although nobody asked for it with `afterWrite`. */
function isDone({ fault, status, afterWrite }: FaultRule): boolean {
	switch (fault) {
		case "reset":
		case "silent":
		case "html":
		case "redirect":
			return false;
		case "garbage": // the answer to something that was done
			return afterWrite !== false;
		default:
			return status === undefined;
	}
}

/** The answer that a rule puts in the place of the operation's own. */
function substituteOf({ fault, status, body, location }: FaultRule, success: number): Answer | undefined {
	const filled = isBodiless(success) ? 200 : success;
	switch (fault) {
		case "html":
			return textAnswer(status ?? filled, page(status ?? filled), {
				"content-type": "text/html; charset=utf-8",
			});
		case "garbage":
			return textAnswer(status ?? filled, '{"_id":"contact_', { "content-type": "application/json" });
		case "redirect":
			return textAnswer(status ?? 307, "", { location: location ?? "" });
		default:
			return status === undefined ? undefined : statusAnswer(status, body);
	}
}

function statusAnswer(status: number, body: unknown): Answer {
	if (typeof body === "string")
		return textAnswer(status, body, { "content-type": "text/plain; charset=utf-8" });
	if (body !== undefined) return jsonAnswer(status, body);
	return status < 400 ? textAnswer(status, "", {}) : refusal(status, `A ${status}, as asked for.`);
}

const page = (status: number): string =>
	`<!DOCTYPE html>\n<html><head><title>${status} from a proxy</title></head><body>No JSON here.</body></html>\n`;

function deliveryOf({ fault }: FaultRule, { body }: Answer): Answer["delivery"] {
	switch (fault) {
		case "reset":
		case "silent":
			return fault;
		case "truncated":
			return body === "" ? "reset" : fault;
		case "stalled":
			return body === "" ? "silent" : fault;
		default:
			return "whole";
	}
}

const lowerCased = (headers: FaultRule["headers"] = {}): Record<string, string> =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
