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

	test("is that of its cause, as Node's fetch wraps it", () => {
		const thrown = failed("fetch failed", { code: "UND_ERR", cause: refused(1) });
		expect(connectionReason(thrown)).toEqual({
			code: "ECONNREFUSED",
			text: "connect ECONNREFUSED 127.0.0.1:1",
		});
	});

	test("keeps a code from above where the cause has none", () => {
		const thrown = failed("fetch failed", { code: "ECONNRESET", cause: failed("other side closed") });
		expect(connectionReason(thrown)).toEqual({ code: "ECONNRESET", text: "other side closed" });
	});

	test("keeps a message from above where the cause has an empty one, as where Node tried several addresses", () => {
		const several = Object.assign(new AggregateError([refused(1), refused(2)]), { code: "ECONNREFUSED" });
		expect(connectionReason(failed("fetch failed", { cause: several }))).toEqual({
			code: "ECONNREFUSED",
			text: "fetch failed",
		});
	});

	test("is known by fields, since errors of another realm are no `Error` of ours", () => {
		const foreign = { message: "fetch failed", cause: { message: "refused", code: "ECONNREFUSED" } };
		expect(connectionReason(foreign)).toEqual({ code: "ECONNREFUSED", text: "refused" });
	});

	test("does not heed a code that is a number, as a DOMException's", () => {
		expect(connectionReason(failed("aborted", { code: 20 }))).toEqual({ text: "aborted" });
	});

	test("is a text that was thrown", () => {
		expect(connectionReason("offline")).toEqual({ text: "offline" });
	});

	test.each([undefined, null, Symbol("s"), {}, Object.create(null), new Error(""), 5])(
		"has no text where none was thrown",
		(thrown) => {
			expect(connectionReason(thrown)).toEqual({ text: "" });
		},
	);
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

	test("may have happened where several attempts failed and none speaks for all", () => {
		expect(outcomeOf(new AggregateError([refused(1), refused(2)]))).toBe("unknown");
	});
});
