import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkKey } from "./key.ts";

test.each(["k", "sk-orq_123.ABC~+/=", "ÿ"])("takes the key %s", (key) => {
	expect(checkKey(key)).toEqual([]);
});

test.each(["", undefined, null])("says how to set a key that is missing: %s", (key) => {
	expect(checkKey(key)).toMatchObject([{ path: "apiKey", fix: expect.stringContaining("ORQ_API_KEY") }]);
});

test.each(["key\n", "\nkey", "k ey", "key\t", "key\u00a0", "key\u0000", "key\u0085", "🙂", "ключ", "\ud800"])(
	"refuses %j, which a header can't carry",
	(key) => {
		expect(checkKey(key)[0]?.path).toBe("apiKey");
	},
);

test.each([5, true, {}, ["key"], () => "key", Symbol("key"), 5n])("refuses what is no text: %s", (key) => {
	expect(checkKey(key)[0]?.path).toBe("apiKey");
});

describe("a refused key", () => {
	test("is told in the same words as any other", () => {
		const bad = fc.constantFrom("\n", " ", "\u0000", "🙂", "ж");
		fc.assert(
			fc.property(fc.string(), bad, (key, sign) => {
				expect(checkKey(key + sign)).toEqual(checkKey(` ${sign}`));
			}),
		);
	});

	test("of digits shows nowhere, though it came as a number", () => {
		expect(JSON.stringify(checkKey(1_234_567_890))).not.toContain("1234567890");
	});
});
