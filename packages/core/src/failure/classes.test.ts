import { describe, expect, expectTypeOf, test } from "vitest";
import type { ErrorFields } from "./classes.ts";
import {
	type AnyIdentitiesError,
	ConflictError,
	ConnectionError,
	DecodeError,
	ForbiddenError,
	IdentitiesError,
	type IdentitiesErrorTag,
	IdentityNotFoundError,
	InvalidInputError,
	isIdentitiesError,
	RateLimitError,
	RequestRejectedError,
	RequestTimeoutError,
	ServerError,
	UnauthorizedError,
	UnexpectedStatusError,
} from "./classes.ts";

/** One of each class, with its own fields and these common ones. */
const oneOfEach = (fields: ErrorFields = {}): AnyIdentitiesError[] => [
	new InvalidInputError({ ...fields, issues: [] }),
	new UnauthorizedError(fields),
	new ForbiddenError(fields),
	new IdentityNotFoundError({ ...fields, id: "user_1" }),
	new ConflictError(fields),
	new RequestRejectedError(fields),
	new RateLimitError(fields),
	new ServerError(fields),
	new UnexpectedStatusError(fields),
	new ConnectionError(fields),
	new RequestTimeoutError({ ...fields, timeoutMs: 5, scope: "attempt" }),
	new DecodeError({ ...fields, snippet: "" }),
];

const tags: IdentitiesErrorTag[] = [
	"InvalidInputError",
	"UnauthorizedError",
	"ForbiddenError",
	"IdentityNotFoundError",
	"ConflictError",
	"RequestRejectedError",
	"RateLimitError",
	"ServerError",
	"UnexpectedStatusError",
	"ConnectionError",
	"RequestTimeoutError",
	"DecodeError",
];

/** The module a second time, as when two versions of the package are installed. */
async function secondCopy(): Promise<typeof import("./classes.ts")> {
	const specifier = "./classes.ts?copy";
	return import(specifier);
}

describe("each class", () => {
	test("has its name as an own, enumerable tag, the first of its fields", () => {
		expect(oneOfEach().map((error) => Object.entries(error)[0])).toEqual(tags.map((tag) => ["_tag", tag]));
	});

	test("has its name on the prototype, not among its own fields", () => {
		const errors = oneOfEach();
		expect(errors.map(({ name }) => name)).toEqual(tags);
		expect(errors.filter((error) => Object.hasOwn(error, "name"))).toEqual([]);
	});

	test("has a stack that begins with its name and message", () => {
		const firstLines = oneOfEach({ message: "no luck" }).map(({ stack }) => stack?.split("\n")[0]);
		expect(firstLines).toEqual(tags.map((tag) => `${tag}: no luck`));
	});

	test("shows its tag in JSON", () => {
		expect(oneOfEach().map((error) => JSON.parse(JSON.stringify(error))._tag)).toEqual(tags);
	});

	test("is an IdentitiesError and an Error", () => {
		expect(
			oneOfEach().filter((error) => !(error instanceof IdentitiesError && error instanceof Error)),
		).toEqual([]);
	});

	test("has its name for a message where none is given", () => {
		expect(new IdentityNotFoundError({ id: "x" }).message).toBe("IdentityNotFoundError");
	});

	test("has no field that is undefined", () => {
		const fields = { requestId: undefined, isRetryable: undefined, retryAfterMs: undefined };
		expect(Object.keys(new RateLimitError(fields))).toEqual(["_tag", "isRetryable", "outcome", "status"]);
		expect(new RateLimitError(fields).isRetryable).toBe(true);
	});

	test("has what it stands for where a field is given as undefined", () => {
		const undefinedStatus = new RateLimitError({ status: undefined, outcome: undefined });
		expect(undefinedStatus).toMatchObject({ status: 429, isRetryable: true, outcome: "rejected" });
		expect(new ConnectionError({ isRetryable: undefined }).isRetryable).toBe(true);
	});

	test("keeps its tag when it is made from another error's fields", () => {
		const server = new ServerError({ status: 503, attempts: 2 });
		expect(new ConflictError({ ...server })).toMatchObject({ _tag: "ConflictError", attempts: 2 });
	});

	test("leaves its brand behind when its fields are copied", () => {
		const error = new RateLimitError();
		expect(Object.keys(error)).toEqual(["_tag", "isRetryable", "outcome", "status"]);
		expect(isIdentitiesError({ ...error })).toBe(false);
	});

	test("keeps a message, a cause and its stack out of its enumerable fields", () => {
		const error = new ConnectionError({ message: "m", cause: new Error("c") });
		expect(Object.keys(error)).toEqual(["_tag", "isRetryable", "outcome"]);
		expect(error).toMatchObject({ message: "m", cause: { message: "c" } });
	});

	test("has no cause where none is given", () => {
		expect("cause" in new ConnectionError()).toBe(false);
	});

	test("has the status that it stands for, where none is given", () => {
		expect(oneOfEach().map(({ status }) => status)).toEqual([
			undefined,
			401,
			403,
			404,
			409,
			400,
			429,
			500,
			undefined,
			undefined,
			undefined,
			undefined,
		]);
	});

	test("may pass by itself, or may not", () => {
		expect(oneOfEach().flatMap(({ _tag, isRetryable }) => (isRetryable ? [_tag] : []))).toEqual([
			"RateLimitError",
			"ServerError",
			"ConnectionError",
			"RequestTimeoutError",
		]);
	});

	test("says what it knows of a write", () => {
		expect(oneOfEach().map(({ outcome }) => outcome)).toEqual([
			"not-sent",
			"rejected",
			"rejected",
			"rejected",
			"rejected",
			"rejected",
			"rejected",
			"unknown",
			"unknown",
			"unknown",
			"unknown",
			"unknown",
		]);
	});

	test("follows its status: 501 does not pass, 408 does, a hidden redirect has refused the write", () => {
		expect([
			new ServerError({ status: 501 }).isRetryable,
			new UnexpectedStatusError({ status: 408 }).isRetryable,
			new UnexpectedStatusError({ status: 0 }).outcome,
		]).toEqual([false, true, "rejected"]);
	});

	test("takes the caller's word for both verdicts", () => {
		expect(new ServerError({ isRetryable: false, outcome: "not-sent" })).toMatchObject({
			isRetryable: false,
			outcome: "not-sent",
		});
	});
});

describe("isIdentitiesError", () => {
	test("knows each of the twelve", () => {
		expect(oneOfEach().filter((error) => !isIdentitiesError(error))).toEqual([]);
	});

	test("tells the classes apart by tag", () => {
		const error: unknown = new RateLimitError({ retryAfterMs: 5 });
		expect(tags.filter((tag) => isIdentitiesError(error, tag))).toEqual(["RateLimitError"]);
	});

	test.each([
		undefined,
		null,
		"RateLimitError",
		{ _tag: "RateLimitError" },
		new Error("no"),
		Object.assign(new Error("no"), { name: "RateLimitError", _tag: "RateLimitError" }),
		() => ({}),
	])("does not know what only looks like one: %s", (value) => {
		expect([isIdentitiesError(value), isIdentitiesError(value, "RateLimitError")]).toEqual([false, false]);
	});

	test("knows errors of another copy of the package, where instanceof does not", async () => {
		const copy = await secondCopy();
		const theirs: unknown = new copy.RateLimitError();
		expect({
			isOurs: theirs instanceof RateLimitError,
			isKnown: isIdentitiesError(theirs, "RateLimitError"),
			isKnownThere: copy.isIdentitiesError(new RateLimitError()),
		}).toEqual({ isOurs: false, isKnown: true, isKnownThere: true });
	});
});

describe("types", () => {
	test("a switch over `_tag` is exhaustive, and narrows to own fields", () => {
		const told = (error: AnyIdentitiesError): string | number | undefined => {
			switch (error._tag) {
				case "InvalidInputError":
					return error.issues[0]?.path;
				case "IdentityNotFoundError":
					return error.id;
				case "RateLimitError":
				case "ServerError":
					return error.retryAfterMs;
				case "RequestTimeoutError":
					return `${error.scope} ${error.timeoutMs}`;
				case "DecodeError":
					return error.snippet;
				case "UnauthorizedError":
				case "ForbiddenError":
				case "ConflictError":
				case "RequestRejectedError":
				case "UnexpectedStatusError":
				case "ConnectionError":
					return error.message;
				default:
					return error satisfies never;
			}
		};
		expect(told(new IdentityNotFoundError({ id: "user_1" }))).toBe("user_1");
	});

	test("isIdentitiesError narrows, with a tag to its class", () => {
		const narrow = (error: unknown) => {
			if (isIdentitiesError(error)) expectTypeOf(error).toEqualTypeOf<AnyIdentitiesError>();
			if (isIdentitiesError(error, "DecodeError")) expectTypeOf(error).toEqualTypeOf<DecodeError>();
		};
		narrow(undefined);
	});

	test("own fields can't be left out", () => {
		const wrong = () => [
			// @ts-expect-error: issues
			new InvalidInputError({}),
			// @ts-expect-error: id
			new IdentityNotFoundError({}),
			// @ts-expect-error: scope
			new RequestTimeoutError({ timeoutMs: 5 }),
			// @ts-expect-error: timeoutMs
			new RequestTimeoutError({ scope: "total" }),
			// @ts-expect-error: snippet
			new DecodeError({}),
			// @ts-expect-error: the base is abstract
			new IdentitiesError({}),
		];
		expectTypeOf(wrong).returns.toBeArray();
	});

	test("a tag that no class has can't be asked for", () => {
		// @ts-expect-error: no such class
		expect(isIdentitiesError(new RateLimitError(), "TimeoutError")).toBe(false);
	});

	test("fields can't be written", () => {
		const write = (error: RateLimitError) => {
			// @ts-expect-error: read-only
			error.retryAfterMs = 5;
		};
		expectTypeOf(write).returns.toBeVoid();
	});
});
