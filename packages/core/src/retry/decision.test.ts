import { describe, expect, test } from "vitest";
import {
	type AnyIdentitiesError,
	ConflictError,
	ConnectionError,
	DecodeError,
	ForbiddenError,
	IdentityNotFoundError,
	InvalidInputError,
	RateLimitError,
	RequestRejectedError,
	RequestTimeoutError,
	ServerError,
	UnauthorizedError,
	UnexpectedStatusError,
} from "../failure/classes.ts";
import { create, list, remove, retrieve, update } from "../wire/operation.fixture.ts";
import type { Row } from "../wire/operation.ts";
import { mayRetry, type RetryContext, retryDelayMs } from "./decision.ts";

/** Every class, and each of its forms that the rule tells apart, by the name that the tests below use. */
const failures: Readonly<Record<string, AnyIdentitiesError>> = {
	"invalid input": new InvalidInputError({ issues: [] }),
	"401": new UnauthorizedError(),
	"403": new ForbiddenError(),
	"404": new IdentityNotFoundError({ id: "user_1" }),
	"409": new ConflictError(),
	"400": new RequestRejectedError(),
	"429": new RateLimitError(),
	"500": new ServerError(),
	"501": new ServerError({ status: 501 }),
	"503": new ServerError({ status: 503 }),
	"505": new ServerError({ status: 505 }),
	"307": new UnexpectedStatusError({ status: 307 }),
	"408": new UnexpectedStatusError({ status: 408 }),
	"410": new UnexpectedStatusError({ status: 410 }),
	refused: new ConnectionError({ outcome: "not-sent" }),
	reset: new ConnectionError(),
	"attempt timeout": new RequestTimeoutError({ timeoutMs: 5, scope: "attempt" }),
	"total timeout": new RequestTimeoutError({ timeoutMs: 5, scope: "total" }),
	undecodable: new DecodeError({ snippet: "" }),
};

/** The failures after which an operation is repeated; a number as a key comes first, in rising order. */
const retriedAfter = (operation: Row): string[] =>
	Object.keys(failures).filter((name) => {
		const error = failures[name];
		return error !== undefined && mayRetry(error, operation);
	});

describe("a failure is worth a retry", () => {
	const all = ["408", "429", "500", "503", "refused", "reset", "attempt timeout"];

	test.each([
		["list", list],
		["retrieve", retrieve],
		["update", update],
		["delete", remove],
	])("of %s, which may be repeated, where it may pass", (_, operation) => {
		expect(retriedAfter(operation)).toEqual(all);
	});

	test("of create only where it proves that nothing was written", () => {
		expect(retriedAfter(create)).toEqual(["429", "refused"]);
	});
});

describe("the wait before a retry", () => {
	const busy = new ServerError({ status: 503 });

	const decide = (error: AnyIdentitiesError, context: Partial<RetryContext> = {}) =>
		retryDelayMs(error, {
			operation: list,
			maxRetries: 2,
			retries: 0,
			leftMs: Number.POSITIVE_INFINITY,
			random: 0.5,
			...context,
		});

	test("is a random share of half a second at first", () => {
		expect(decide(busy)).toBe(250);
	});

	test("is twice as long the second time", () => {
		expect(decide(busy, { retries: 1 })).toBe(500);
	});

	test.each([
		["a 503", new ServerError({ status: 503, retryAfterMs: 7000 })],
		["a 429", new RateLimitError({ retryAfterMs: 7000 })],
	])("is what the server asks for with %s", (_, error) => {
		expect(decide(error)).toBe(7000);
	});

	test("is none where the server asks for none", () => {
		expect(decide(new RateLimitError({ retryAfterMs: 0 }))).toBe(0);
	});

	test("is 60 s where the server asks for it", () => {
		expect(decide(new RateLimitError({ retryAfterMs: 60_000 }))).toBe(60_000);
	});

	test("is not begun where the server asks for more than 60 s", () => {
		expect(decide(new RateLimitError({ retryAfterMs: 60_001 }))).toBeNaN();
	});

	test("is not begun after a failure that will not pass", () => {
		expect(decide(new UnauthorizedError())).toBeNaN();
	});

	test("is not begun where it could write twice", () => {
		expect(decide(busy, { operation: create })).toBeNaN();
	});

	test("is not begun after the last one that is allowed", () => {
		expect([decide(busy, { retries: 2 }), decide(busy, { maxRetries: 0 })]).toEqual([Number.NaN, Number.NaN]);
	});

	test("is not begun where the server's wait does not fit into what is left", () => {
		const error = new RateLimitError({ retryAfterMs: 5000 });
		expect([decide(error, { leftMs: 5000 }), decide(error, { leftMs: 5001 })]).toEqual([
			Number.POSITIVE_INFINITY,
			5000,
		]);
	});

	test("is not begun where its own wait does not fit into what is left", () => {
		expect([decide(busy, { leftMs: 250 }), decide(busy, { leftMs: 251 })]).toEqual([
			Number.POSITIVE_INFINITY,
			250,
		]);
	});

	test("is not begun where no time is left", () => {
		expect(decide(busy, { leftMs: 0, random: 0 })).toBe(Number.POSITIVE_INFINITY);
	});
});
