import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inOneLine, saidBy, without } from "./message.ts";

describe("what the server says", () => {
	const problem = { type: "about:blank", title: "Not Found", status: 404, detail: "no such identity" };

	test.each([
		["{ error }", { error: "a", message: "b", detail: "c", title: "d" }, "a"],
		["{ message }", { message: "b", error: { message: "c" }, detail: "d" }, "b"],
		["{ error: { message } }", { error: { message: "c", code: "x" }, detail: "d" }, "c"],
		["problem+json's detail", problem, "no such identity"],
		["problem+json's title", { ...problem, detail: "" }, "Not Found"],
		["plain text", "upstream connect error", "upstream connect error"],
		["an HTML page's title", "<html><head><title> 502 Bad Gateway </title></head></html>", "502 Bad Gateway"],
		["an HTML title with attributes, in capitals", '\n<HTML><TITLE lang="en">No</TITLE>', "No"],
	])("is read from %s", (_, body, said) => {
		expect(saidBy(body)).toBe(said);
	});

	test.each([
		[{ error: "", message: "b" }, "b"],
		[{ error: 5, message: "b" }, "b"],
		[{ error: null, message: null, detail: "d" }, "d"],
		[{ error: ["a"], title: "t" }, "t"],
	])("passes over what is no text: %j", (body, said) => {
		expect(saidBy(body)).toBe(said);
	});

	test.each([undefined, null, 5, true, [], ["a"], {}, { error: {} }, { code: "x" }, ""])(
		"is nothing in %j",
		(body) => {
			expect(saidBy(body) || undefined).toBeUndefined();
		},
	);

	test.each(["<html><body>no</body></html>", "<title></title>", "<!doctype html>", " <p>"])(
		"is nothing in a page without a title: %s",
		(body) => {
			expect(saidBy(body)).toBeUndefined();
		},
	);

	test("does not run off in an HTML page of broken tags", () => {
		const started = performance.now();
		saidBy("<title".repeat(20_000));
		expect(performance.now() - started).toBeLessThan(500);
	});

	test("keeps what begins like a page in a field", () => {
		expect(saidBy({ error: "<limit> must be a number" })).toBe("<limit> must be a number");
	});

	test("has no value that is to be hidden", () => {
		expect(saidBy({ error: "no identity user_1" }, ["user_1"])).toBe("no identity …");
	});

	test("has no part of a hidden value that the bound would cut through", () => {
		const said = saidBy(`${"x ".repeat(147)}jo@example.com`, ["jo@example.com"]);
		expect(said).toBe(`${"x ".repeat(147)}…`);
	});

	test.each([8_000, 8_500, 70_000])("has nothing of a value of %i characters", (length) => {
		const value = "Jo's secret note ".repeat(length / 17);
		expect(saidBy({ error: `invalid value: ${value}` }, [value])).toBe("invalid value: …");
		// Nor of one that the server cuts.
		expect(saidBy({ error: `invalid value: ${value.slice(0, 400)}` }, [value])).toBe("invalid value: …");
	});

	test("has no part of a hidden value where a very long text is cut", () => {
		const value = "ä/".repeat(150);
		for (let before = 8_192 - 4_000; before < 8_192; before += 97) {
			const text = `${"jo@example.com".repeat(100)}${" ".repeat(before - 1_400)}${encodeURIComponent(value)}.`;
			expect(saidBy(text.padEnd(10_000, "."), [value, "jo@example.com"]) ?? "").not.toContain("%");
		}
	});

	test("is the beginning of a very long one", () => {
		expect(saidBy({ error: `no ${"x".repeat(70_000)}` })).toBe(`no ${"x".repeat(297)}`);
	});

	test("comes soon, however much there is to hide, and to hide it in", () => {
		const values = Array.from({ length: 5_000 }, (_, at) => `value number ${at}`);
		const started = performance.now();
		expect(saidBy({ error: `invalid: ${values.join()}` }, values)).toMatch(/^invalid: …,…/);
		expect(performance.now() - started).toBeLessThan(2_000);
	});

	test("has no part of a hidden value whose white space is folded", () => {
		expect(saidBy("nobody named jo \t smith", ["jo \t smith"])).toBe("nobody named …");
	});
});

describe("a text in one line", () => {
	test("has a space for each run of white space and control characters", () => {
		expect(inOneLine("\u0000a\r\n\u0085 b\u2028c\u001b[31md\t")).toBe("a b c [31md");
	});

	test("keeps 300 characters", () => {
		expect(inOneLine("x".repeat(300))).toBe("x".repeat(300));
	});

	test("is cut to 300 characters beyond that", () => {
		expect(inOneLine("x".repeat(301))).toBe("x".repeat(300));
	});

	test("is not cut through an emoji", () => {
		expect(inOneLine(`${"x".repeat(299)}🙂`)).toBe("x".repeat(299));
	});

	test("is one line of at most 300 characters, whatever it was", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 1000, size: "max" }), (text) => {
				const line = inOneLine(text);
				expect(line.length).toBeLessThanOrEqual(300);
				expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
			}),
		);
	});
});

describe("hiding values", () => {
	test("puts `…` for each one, as often as it stands there", () => {
		expect(without(["jo1", "key-2"])("jo1 and key-2, jo1")).toBe("… and …, …");
	});

	test.each([
		["plain", "a/b?ä d"],
		["percent-encoded", "a%2Fb%3F%C3%A4%20d"],
		["percent-encoded with lower-case digits", "a%2fb%3f%c3%a4%20d"],
		["in another case", "A/B?Ä D"],
		["as a form has it", "a%2Fb%3F%C3%A4+d"],
		["encoded only where it must be", "a/b?%C3%A4%20d"],
	])("finds a value %s", (_, echoed) => {
		expect(without(["a/b?ä d"])(`GET /v2/identities/${echoed} failed`)).toBe("GET /v2/identities/… failed");
	});

	test.each(["", "a", "no"])("leaves a value of less than three characters: %j", (value) => {
		expect(without([value])("no such identity")).toBe("no such identity");
	});

	test("leaves nothing of a value that holds another one", () => {
		expect(without(["example", "jo@example.com"])("jo@example.com")).toBe("…");
		expect(without(["100%"])("100%25")).toBe("…");
	});

	test("takes a value's signs for themselves", () => {
		expect(without(["a.c"])("a.c abc $& a.c")).toBe("… abc $& …");
	});

	test("leaves nothing of a very long value", () => {
		const long = "jo 🙂mith ".repeat(10_000);
		expect(without([long])(`no ${long} here`)).toBe("no …");
	});

	test.each(["https://example.com/a?b=c&", "it's (a) test! ", "%25%2", "--..__~~", "ä ö "])(
		"does not run off where a value's end is missing: %j",
		(part) => {
			const value = part.repeat(250 / part.length);
			const started = performance.now();
			for (const form of [value, encodeURIComponent(value), value.replaceAll(" ", "+")])
				expect(without([`${value}!`])(`no ${form} here`)).toBe(`no ${form} here`);
			expect(performance.now() - started).toBeLessThan(1_000);
		},
	);

	test("finds a sign that only URL parsers encode", () => {
		expect(without(["o'neil"])("GET /v2/identities?search=o%27neil")).toBe("GET /v2/identities?search=…");
	});

	test("finds a value with half a sign, which arrives as another one", () => {
		expect(without(["secret\ud800x"])("no secret\ufffdx, no secret\ud800x")).toBe("no …, no …");
		expect(without(["jo\ud800"])("no jo")).toBe("no jo");
	});

	test("leaves no value in any text, however it is encoded", () => {
		const value = fc
			.string({ unit: "grapheme", minLength: 3 })
			.filter((it) => it.length > 2 && !it.includes("…"));
		fc.assert(
			fc.property(value, fc.string(), fc.string(), (it, before, after) => {
				const text = `${before}${it} ${encodeURIComponent(it)}${after}`;
				expect(without([it])(text)).not.toContain(it);
			}),
		);
	});
});
