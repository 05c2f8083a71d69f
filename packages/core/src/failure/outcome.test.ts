import { describe, expect, test } from "vitest";
import { connectionReason, outcomeOfConnection } from "./outcome.ts";

/** An error as Node's and Bun's networking throw it. */
const failed = (message: string, more: object = {}) => Object.assign(new Error(message), more);

const refused = (port: number) => failed(`connect ECONNREFUSED 127.0.0.1:${port}`, { code: "ECONNREFUSED" });
const reset = failed("read ECONNRESET", { code: "ECONNRESET" });

/** What a failed connection says of a write. */
const outcomeOf = (thrown: unknown) => outcomeOfConnection(connectionReason(thrown).code);

describe("the reason of a failed connection", () => {
	test("is the error's own where it has no cause", () => {
		expect(connectionReason(reset)).toEqual({ code: "ECONNRESET", text: "read ECONNRESET" });
	});

	test("is that of the lowest cause, as Node's fetch wraps it", () => {
		const thrown = failed("fetch failed", { cause: failed("outer", { code: "UND_ERR", cause: refused(1) }) });
		expect(connectionReason(thrown)).toEqual({
			code: "ECONNREFUSED",
			text: "connect ECONNREFUSED 127.0.0.1:1",
		});
	});

	test("keeps a code from above where the cause has none", () => {
		const thrown = failed("fetch failed", { code: "ECONNRESET", cause: failed("other side closed") });
		expect(connectionReason(thrown)).toEqual({ code: "ECONNRESET", text: "other side closed" });
	});

	test("keeps a message from above where the cause has an empty one", () => {
		expect(connectionReason(failed("fetch failed", { cause: failed("") }))).toEqual({ text: "fetch failed" });
	});

	test("is that of the addresses tried, where Node tried several", () => {
		const several = Object.assign(new AggregateError([refused(1), refused(2)]), { code: "ECONNREFUSED" });
		expect(connectionReason(failed("fetch failed", { cause: several }))).toEqual({
			code: "ECONNREFUSED",
			text: "connect ECONNREFUSED 127.0.0.1:1",
		});
	});

	test("is known by fields, since errors of another realm are no `Error` of ours", () => {
		const foreign = { message: "fetch failed", cause: { message: "refused", code: "ECONNREFUSED" } };
		expect(connectionReason(foreign)).toEqual({ code: "ECONNREFUSED", text: "refused" });
	});

	test("does not heed a code that is a number, as a DOMException's", () => {
		expect(connectionReason(failed("aborted", { code: 20 }))).toEqual({ text: "aborted" });
	});

	test("ends in a circle of causes", () => {
		const circle = failed("round", { code: "ECONNRESET" });
		Object.assign(circle, { cause: circle });
		expect(connectionReason(circle)).toEqual({ code: "ECONNRESET", text: "round" });
	});

	test.each([
		["a text", "offline", "offline"],
		["undefined", undefined, "undefined"],
		["a symbol", Symbol("s"), "Symbol(s)"],
		["null", null, "no reason given"],
		["an object", {}, "no reason given"],
		["an object without a prototype", Object.create(null), "no reason given"],
		["an error without a message", new Error(""), "no reason given"],
	])("has a text where %s was thrown", (_, thrown, text) => {
		expect(connectionReason(thrown)).toEqual({ text });
	});
});

describe("a write", () => {
	test.each(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"])(
		"was not sent where the host could not be reached: %s",
		(code) => {
			expect(outcomeOfConnection(code)).toBe("not-sent");
		},
	);

	test.each(["ECONNRESET", "UND_ERR_SOCKET", "ETIMEDOUT", "EPIPE", "", undefined])(
		"may have happened after %s",
		(code) => {
			expect(outcomeOfConnection(code)).toBe("unknown");
		},
	);

	test("was not sent where every address refused", () => {
		expect(outcomeOf(new AggregateError([refused(1), refused(2)]))).toBe("not-sent");
	});

	test.each([
		["before", [reset, refused(1)]],
		["behind", [refused(1), reset]],
		["below", [refused(1), failed("fetch failed", { cause: reset })]],
		["without a code", [refused(1), failed("closed")]],
	])("may have happened where one of several attempts was cut: %s", (_, errors) => {
		expect(outcomeOf(new AggregateError(errors))).toBe("unknown");
	});
});
