/**
 * Reads an operation's JSON body by its row in the table, and refuses what the API would refuse.
 * A field that the row does not know is dropped; one that a newer document adds is kept as it came.
 */
import type { BodyField, Operation } from "@orq/identities-core";
import { type Fields, isFields } from "@orq/identities-core/internal";
import { type Answer, refusal } from "../exchange/answer.ts";
import type { PlainRequest } from "../exchange/request.ts";

export type ReadBody =
	| { readonly ok: true; readonly data: Fields }
	| { readonly ok: false; readonly refused: Answer };

/** The known fields that were sent, or the refusal. */
export function readBody({ body: row }: Operation, { headers, body }: PlainRequest): ReadBody {
	if (row === undefined || (body === "" && !row.required)) return { ok: true, data: {} };
	const refuse = (status: number, problem: string): ReadBody => ({
		ok: false,
		refused: refusal(status, problem),
	});
	if (body === "") return refuse(400, "body: is required, a JSON object.");
	const type = headers["content-type"] ?? "";
	if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type)) {
		const received = type === "" ? "none" : JSON.stringify(type);
		return refuse(415, `content-type: must be application/json; received ${received}.`);
	}
	let json: unknown;
	try {
		json = JSON.parse(body);
	} catch {
		return refuse(400, "body: is not JSON.");
	}
	if (!isFields(json)) return refuse(400, "body: must be a JSON object.");
	const data: Fields = {};
	for (const [name, limits] of Object.entries(row.fields)) {
		const value = Object.hasOwn(json, name) ? json[name] : undefined;
		const problem = problemOf(name, limits, value);
		if (problem !== undefined) return refuse(400, `${name}: ${problem}.`);
		if (value !== undefined) data[name] = value;
	}
	return { ok: true, data };
}

function problemOf(name: string, limits: BodyField, value: unknown): string | undefined {
	if (value === undefined) return limits.required ? "is required" : undefined;
	const problem = kinds.get(name)?.(value);
	if (problem !== undefined || typeof value !== "string") return problem;
	const length = [...value].length; // code points, as JSON Schema counts
	const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = limits;
	if (length < minLength) {
		return minLength === 1 ? "must not be empty" : `must have at least ${minLength} characters`;
	}
	return length > maxLength ? `must have at most ${maxLength} characters` : undefined;
}

type Check = (value: unknown) => string | undefined;

const text: Check = (value) => (typeof value === "string" ? undefined : "must be a string");

const nullable =
	(check: Check): Check =>
	(value) =>
		value === null ? undefined : check(value);

const matching =
	(pattern: RegExp, problem: string): Check =>
	(value) =>
		typeof value === "string" && pattern.test(value) ? undefined : problem;

const mailbox = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/i;
const absoluteUri = /^[a-z][a-z\d+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})+$/i;

/** What the fields that everybody knows must be. */
const kinds = new Map<string, Check>([
	["external_id", text],
	["display_name", nullable(text)],
	["email", nullable(matching(mailbox, "must be an e-mail address or null"))],
	["avatar_url", nullable(matching(absoluteUri, "must be an absolute URI or null"))],
	[
		"tags",
		(value) =>
			Array.isArray(value) && value.every((tag) => typeof tag === "string")
				? undefined
				: "must be an array of strings",
	],
	["metadata", (value) => (isFields(value) ? undefined : "must be an object")],
]);
