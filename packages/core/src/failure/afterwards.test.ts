import { describe, expect, test } from "vitest";
import { remove, retrieve } from "../wire/operation.fixture.ts";
import { isGone, mayBeThere } from "./afterwards.ts";
import {
	ConflictError,
	ConnectionError,
	DecodeError,
	ForbiddenError,
	IdentityNotFoundError,
	RateLimitError,
	RequestRejectedError,
	RequestTimeoutError,
	ServerError,
	UnauthorizedError,
} from "./classes.ts";

describe("a delete that finds nothing", () => {
	const notFound = new IdentityNotFoundError({ id: "user_1" });

	test("has succeeded where an attempt before may have done it", () => {
		expect(isGone(notFound, remove, "unknown")).toBe(true);
	});

	test.each(["not-sent", "rejected"] as const)(
		"has failed where the attempts before did nothing: %s",
		(before) => {
			expect(isGone(notFound, remove, before)).toBe(false);
		},
	);

	test("is no other failure, and no other operation", () => {
		expect([isGone(new ForbiddenError(), remove, "unknown"), isGone(notFound, retrieve, "unknown")]).toEqual([
			false,
			false,
		]);
	});
});

test("after a create that was refused as it is, or whose outcome is open, the identity may be there", () => {
	const failures = [
		new ConflictError(),
		new RequestRejectedError({ status: 400 }),
		new RequestRejectedError({ status: 422 }),
		new ServerError(),
		new ConnectionError(),
		new DecodeError({ snippet: "" }),
	];
	expect(failures.map(mayBeThere)).toEqual([true, true, true, true, true, true]);
});

test("after a create that did not come so far, it is not", () => {
	const failures = [
		new UnauthorizedError(),
		new ForbiddenError(),
		new RateLimitError(),
		new ConnectionError({ outcome: "not-sent" }),
	];
	expect(failures.map(mayBeThere)).toEqual([false, false, false, false]);
});

test("a create that took the whole call's time is not followed by another request", () => {
	const late = new RequestTimeoutError({ timeoutMs: 100, scope: "total" });
	const slow = new RequestTimeoutError({ timeoutMs: 100, scope: "attempt" });
	expect([mayBeThere(late), mayBeThere(slow)]).toEqual([false, true]);
});
