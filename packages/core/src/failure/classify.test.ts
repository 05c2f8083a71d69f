import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { create, list, remove, retrieve, update } from "../wire/operation.fixture.ts";
import type { Row } from "../wire/operation.ts";
import type { AnyIdentitiesError } from "./classes.ts";
import {
	type AnswerHeaders,
	type CallContext,
	errorOfAnswer,
	errorOfConnection,
	errorOfTimeout,
	parsed,
	plainHeaders,
	requestIdOf,
} from "./classify.ts";

const bodies = {
	nothing: "",
	html: "<html><title>nginx</title></html>",
	text: "upstream connect error",
	error: '{"error":"no"}',
	message: '{"message":"no"}',
	nested: '{"error":{"message":"no","code":"x"}}',
	problem: '{"type":"about:blank","title":"No","status":404}',
	identity: '{"_id":"contact_1"}',
	broken: '{"error":',
};

interface Given {
	readonly text?: string;
	readonly headers?: AnswerHeaders;
	readonly context?: CallContext;
	readonly now?: number;
}

const failedWith = (status: number, given: Given = {}, operation = retrieve): AnyIdentitiesError =>
	errorOfAnswer(
		operation,
		{ status, headers: given.headers ?? {}, text: given.text ?? "" },
		given.context,
		undefined,
		given.now,
	);

/** The class of each status. */
const classesOf = (operation: Row, statuses: readonly number[]) =>
	Object.fromEntries(statuses.map((status) => [status, failedWith(status, {}, operation)._tag]));

describe("the class of a status", () => {
	const common = {
		0: "UnexpectedStatusError",
		100: "UnexpectedStatusError",
		300: "UnexpectedStatusError",
		304: "UnexpectedStatusError",
		307: "UnexpectedStatusError",
		400: "RequestRejectedError",
		401: "UnauthorizedError",
		402: "UnexpectedStatusError",
		403: "ForbiddenError",
		404: "UnexpectedStatusError",
		405: "UnexpectedStatusError",
		408: "UnexpectedStatusError",
		409: "UnexpectedStatusError",
		410: "UnexpectedStatusError",
		413: "UnexpectedStatusError",
		422: "RequestRejectedError",
		429: "RateLimitError",
		499: "UnexpectedStatusError",
		500: "ServerError",
		501: "ServerError",
		502: "ServerError",
		503: "ServerError",
		505: "ServerError",
		599: "ServerError",
		600: "UnexpectedStatusError",
	};
	const statuses = Object.keys(common).map(Number);

	test("for list, which has neither an id nor a body", () => {
		expect(classesOf(list, statuses)).toEqual(common);
	});

	test("for create, which has a body", () => {
		expect(classesOf(create, statuses)).toEqual({ ...common, 409: "ConflictError" });
	});

	test("for retrieve, which has an id", () => {
		expect(classesOf(retrieve, statuses)).toEqual({ ...common, 404: "IdentityNotFoundError" });
	});

	test("for update, which has both", () => {
		const both = { 404: "IdentityNotFoundError", 409: "ConflictError" };
		expect(classesOf(update, statuses)).toEqual({ ...common, ...both });
	});

	test("for delete, which has an id", () => {
		expect(classesOf(remove, statuses)).toEqual({ ...common, 404: "IdentityNotFoundError" });
	});

	test.each(Object.entries(bodies))("does not depend on the body: %s", (_, text) => {
		const classes = statuses.map((status) => failedWith(status, { text }, update)._tag);
		expect(classes).toEqual(Object.values(classesOf(update, statuses)));
	});

	test("does not depend on any body", () => {
		const text = fc.oneof(fc.json(), fc.string({ unit: "binary" }));
		fc.assert(
			fc.property(fc.constantFrom(...statuses), text, (status, body) => {
				expect(failedWith(status, { text: body })._tag).toBe(failedWith(status)._tag);
			}),
		);
	});
});

describe("an error of a status", () => {
	test("has what is known of the call and of the answer", () => {
		const headers = { "X-Request-Id": "r1", "Content-Type": "application/json" };
		expect({
			...failedWith(404, { text: bodies.error, headers, context: { id: "user_1", attempts: 2 } }),
		}).toEqual({
			_tag: "IdentityNotFoundError",
			id: "user_1",
			operation: "retrieve",
			method: "GET",
			path: "/v2/identities/{id}",
			status: 404,
			requestId: "r1",
			headers: { "x-request-id": "r1", "content-type": "application/json" },
			body: { error: "no" },
			attempts: 2,
			isRetryable: false,
			outcome: "rejected",
		});
	});

	test("has one attempt and an empty id where nothing is said of them", () => {
		expect(failedWith(404)).toMatchObject({ id: "", attempts: 1 });
	});

	test("has no body and no request id where the answer has none", () => {
		expect(Object.keys(failedWith(400))).not.toEqual(expect.arrayContaining(["body"]));
		expect(Object.keys(failedWith(400))).not.toEqual(expect.arrayContaining(["requestId"]));
	});

	test("has its own status where the class stands for several", () => {
		expect([422, 503, 418].map((status) => failedWith(status).status)).toEqual([422, 503, 418]);
	});

	test.each([
		["nothing", "retrieve: 404"],
		["html", "retrieve: 404 nginx"],
		["text", "retrieve: 404 upstream connect error"],
		["error", "retrieve: 404 no"],
		["message", "retrieve: 404 no"],
		["nested", "retrieve: 404 no"],
		["problem", "retrieve: 404 No"],
		["identity", "retrieve: 404"],
		["broken", 'retrieve: 404 {"error":'],
	] as const)("says what a body of %s says", (kind, message) => {
		expect(failedWith(404, { text: bodies[kind] }).message).toBe(message);
	});

	test.each([
		[307, "retrieve: 307 redirect"],
		[0, "retrieve: redirect"],
	])("says of %i what it is", (status, message) => {
		expect(failedWith(status).message).toBe(message);
	});

	test("may pass, and leaves a write open, with these statuses", () => {
		const statuses = [0, 301, 400, 401, 403, 404, 408, 409, 422, 429, 500, 501, 502, 503, 504, 505];
		const seen = statuses.map((status) => failedWith(status, {}, create));
		expect({
			isRetryable: statuses.filter((_, index) => seen[index]?.isRetryable),
			unknown: statuses.filter((_, index) => seen[index]?.outcome === "unknown"),
			rejected: statuses.filter((_, index) => seen[index]?.outcome === "rejected"),
		}).toEqual({
			isRetryable: [408, 429, 500, 502, 503, 504],
			unknown: [408, 500, 501, 502, 503, 504, 505],
			rejected: [0, 301, 400, 401, 403, 404, 409, 422, 429],
		});
	});
});

describe("the wait that a server asks for", () => {
	const now = Date.parse("Wed, 21 Oct 2026 07:28:00 GMT");

	test.each([
		[429, { "retry-after": "2" }, 2000],
		[503, { "Retry-After": "Wed, 21 Oct 2026 07:28:30 GMT" }, 30_000],
		[500, { "retry-after-ms": "150", "retry-after": "9" }, 150],
	])("is on the error of a %i", (status, headers, retryAfterMs) => {
		expect(failedWith(status, { headers, now })).toMatchObject({ retryAfterMs });
	});

	test("is in the message", () => {
		expect(failedWith(429, { headers: { "retry-after": "600" } }).message).toBe(
			"retrieve: 429 (retry after 600 s)",
		);
	});

	test("is a number, however many digits it has", () => {
		const { message } = failedWith(429, { headers: { "retry-after": "9".repeat(400) } });
		expect(message).toMatch(/\(retry after \d+ s\)/);
	});

	test.each([429, 503])("is absent on a %i that does not say", (status) => {
		expect(failedWith(status, { headers: { "retry-after": "soon" } })).not.toHaveProperty("retryAfterMs");
	});

	test.each([301, 400, 404, 408])("is of no meaning on a %i", (status) => {
		const error = failedWith(status, { headers: { "retry-after": "2" } });
		expect(error).not.toHaveProperty("retryAfterMs");
		expect(error.message).not.toContain("2 s");
	});
});

describe("a message", () => {
	const id = "jo/smith@example.com";

	test.each([id, encodeURIComponent(id), "jo%2fsmith%40example.com"])(
		"never has the id, echoed as %s",
		(echoed) => {
			const { message } = failedWith(404, {
				text: JSON.stringify({ error: `no ${echoed}!` }),
				context: { id },
			});
			expect(message).toBe("retrieve: 404 no …!");
		},
	);

	test("never has the key or a query's value", () => {
		const context = { hide: ["sk-123", "premium"] };
		const { message } = failedWith(401, { text: "bad key sk-123 for tag premium", context }, list);
		expect(message).toBe("list: 401 bad key … for tag …");
	});

	test("keeps its own words where the id is one of them", () => {
		expect(failedWith(404, { text: "retrieve 404", context: { id: "retrieve" } }).message).toBe(
			"retrieve: 404 … 404",
		);
	});

	test("never has the key, nor has anything else of the error", () => {
		const secret = "abc/def+ghi";
		const error = failedWith(401, {
			text: JSON.stringify({ error: `no ${secret}`, [secret]: 1 }).replaceAll("/", "\\/"),
			headers: { "x-echo": `Bearer ${secret} ${encodeURIComponent(secret)}` },
			context: { secret },
		});
		expect(error.message).toBe("retrieve: 401 no …");
		expect(error.headers).toEqual({ "x-echo": "Bearer … …" });
		expect(error.body).toMatchObject({ error: "no …" });
	});

	test("never has the key where a body is too long to keep, or none that is JSON", () => {
		const secret = "sk-0123456789";
		for (const text of [secret.repeat(10_000), `<html>${secret}`]) {
			const { message, body } = failedWith(500, { text, context: { secret } });
			expect(message + body).not.toContain(secret);
		}
	});

	test("never has a key that is short, whatever else goes with it", () => {
		const text = '{"error":"the latest test"}';
		const { message, body } = failedWith(503, { text, context: { secret: "test" } });
		expect([message, body]).toEqual(["retrieve: 503 the la… …", { error: "the la… …" }]);
	});

	test("keeps an id of two characters, which would blot out words", () => {
		expect(failedWith(404, { text: "no one", context: { id: "no" } }).message).toBe("retrieve: 404 no one");
	});

	test("never has an id of three characters and more, in whichever body it comes", () => {
		const anyId = fc.string({ unit: "grapheme-ascii", minLength: 3 }).filter((id) => !id.includes("…"));
		const anyBody = fc.constantFrom(
			(id: string) => id,
			(id: string) => JSON.stringify({ error: id }),
			(id: string) => JSON.stringify({ error: { message: `a ${id} b` } }),
			(id: string) => `<title>${encodeURIComponent(id)}</title>`,
			(id: string) => "x".repeat(290) + id,
		);
		fc.assert(
			fc.property(anyId, anyBody, (id, bodyOf) => {
				const { message } = failedWith(404, { text: bodyOf(id), context: { id } });
				expect(message.replace("retrieve: 404", "")).not.toContain(id);
			}),
		);
	});

	test("is one line of bounded length", () => {
		const { message } = failedWith(500, { text: `a\nERROR forged\u001b[31m${"x".repeat(1000)}` });
		expect(message).not.toMatch(/\p{Cc}/u);
		expect(message.length).toBe("retrieve: 500 ".length + 300);
	});

	test("is read from the whole of a body that is too long to keep", () => {
		const text = JSON.stringify({ trace: "x".repeat(70_000), error: "out of memory" });
		expect(failedWith(500, { text }).message).toBe("retrieve: 500 out of memory");
	});
});

describe("a body", () => {
	test.each([
		["", undefined],
		['{"error":"no"}', { error: "no" }],
		["null", null],
		["<html>", "<html>"],
		["{", "{"],
	])("of %j is %j", (text, body) => {
		expect(parsed(text)).toEqual(body);
	});

	test("is kept up to 65,536 characters", () => {
		const text = JSON.stringify("x".repeat(65_534));
		expect(failedWith(500, { text }).body).toBe("x".repeat(65_534));
	});

	test("is the first 65,536 characters of its text beyond that", () => {
		const text = JSON.stringify({ error: "x".repeat(65_536) });
		expect(failedWith(500, { text }).body).toBe(text.slice(0, 65_536));
	});

	test("with a key named `__proto__` changes no prototype", () => {
		const { body } = failedWith(500, { text: '{"__proto__":{"polluted":1}}' });
		expect(JSON.stringify(body)).toBe('{"__proto__":{"polluted":1}}');
		expect("polluted" in {}).toBe(false);
	});
});

describe("headers", () => {
	test("have lower-case names", () => {
		expect(plainHeaders({ "X-A": "1", b: "" })).toEqual({ "x-a": "1", b: "" });
	});

	test("with several values, as Node has them, are one text", () => {
		expect(plainHeaders({ "set-cookie": ["a=1", "b=2"] })).toEqual({ "set-cookie": "a=1,b=2" });
	});

	test("that some stack has as a number do no harm", () => {
		const odd = JSON.parse('{"Retry-After":2}');
		expect(failedWith(429, { headers: odd })).toMatchObject({
			retryAfterMs: 2000,
			headers: { "retry-after": "2" },
		});
	});

	test("named `__proto__` are headers, and change no prototype", () => {
		const plain = plainHeaders(new Map([["__proto__", "x"]]));
		expect(JSON.stringify(plain)).toBe('{"__proto__":"x"}');
		expect(Object.getPrototypeOf(plain)).toBe(Object.prototype);
	});

	test.each([
		[{ "x-request-id": "a", "request-id": "b" }, "a"],
		[{ "request-id": "b" }, "b"],
		[{}, undefined],
	])("%j give the request id %s", (headers, id) => {
		expect(requestIdOf(headers)).toBe(id);
	});
});

describe("an error without an answer", () => {
	const refused = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:1"), { code: "ECONNREFUSED" });
	const thrown = new TypeError("fetch failed", { cause: refused });

	test("of a refused connection says so, and that nothing was sent", () => {
		const error = errorOfConnection(create, thrown, { attempts: 2 });
		expect(error).toMatchObject({
			_tag: "ConnectionError",
			operation: "create",
			method: "POST",
			path: "/v2/identities",
			attempts: 2,
			isRetryable: true,
			outcome: "not-sent",
			message: "create: no answer: ECONNREFUSED connect ECONNREFUSED 127.0.0.1:1",
		});
		expect(error.cause).toBe(thrown);
	});

	test("of a cut connection leaves open what happened, and names the code", () => {
		const cut = new TypeError("terminated", {
			cause: Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" }),
		});
		expect(errorOfConnection(create, cut)).toMatchObject({
			outcome: "unknown",
			message: "create: no answer: UND_ERR_SOCKET other side closed",
		});
	});

	test("has neither id nor query value in its message, in one line of bounded length", () => {
		const leaky = new TypeError(
			`Failed to parse URL\n/v2/identities/jo%2F1?search=premium${"x".repeat(1000)}`,
		);
		const { message } = errorOfConnection(retrieve, leaky, { id: "jo/1", hide: ["premium"] });
		expect(message).toMatch(/^retrieve: no answer: Failed to parse URL \/v2\/identities\/…\?search=…x+$/);
		expect(message.length).toBeLessThan(350);
	});

	test.each(["attempt", "total"] as const)("of a timeout has its scope and limit: %s", (scope) => {
		expect(errorOfTimeout(update, scope, 5000, { attempts: 3 })).toMatchObject({
			_tag: "RequestTimeoutError",
			operation: "update",
			scope,
			timeoutMs: 5000,
			attempts: 3,
			isRetryable: true,
			outcome: "unknown",
		});
	});
});

test("an error of decoding says where, and has the beginning of the body and all of it", () => {
	const answer = { status: 200, headers: { "request-id": "r" }, text: '{"data":{}}' };
	expect(errorOfAnswer(list, answer, {}, "data: not an array")).toMatchObject({
		_tag: "DecodeError",
		message: "list: 200 unexpected answer (data: not an array)",
		body: { data: {} },
		snippet: '{"data":{}}',
		status: 200,
		requestId: "r",
		isRetryable: false,
		outcome: "unknown",
	});
});
