import { describe, expect, test } from "vitest";
import {
	dropNull,
	type Fields,
	isFields,
	type ReadFields,
	readDate,
	readEach,
	readInner,
} from "./reading.ts";

/** A reader that counts nothing but a wrong `n`. */
const readN: ReadFields = (it) => (typeof it["n"] === "number" ? undefined : "n: not a number");

/** A date function that knows one date, and what it was asked. */
function dateOf(known: string) {
	const asked: string[] = [];
	const date = (text: string): unknown => {
		asked.push(text);
		return text === known ? { is: text } : undefined;
	};
	return { date, asked };
}

test.each([null, undefined, [], "text", 5, () => ({}), new Map(), new Headers(), new Set()])(
	"%s has no fields",
	(value) => {
		expect(isFields(value)).toBe(false);
	},
);

test("an object has fields, without a prototype too", () => {
	expect([isFields({}), isFields(Object.create(null))]).toEqual([true, true]);
});

describe("dropNull", () => {
	test.each([
		[{ tags: null }, {}],
		[{ tags: [] }, { tags: [] }],
		[{ tags: 0 }, { tags: 0 }],
		[{}, {}],
	])("makes %j into %j", (fields: Fields, kept) => {
		dropNull(fields, ["tags"]);
		expect(fields).toStrictEqual(kept);
	});

	test("drops several at once", () => {
		const fields: Fields = { a: null, b: null, c: null };
		dropNull(fields, ["a", "c", "d"]);
		expect(fields).toStrictEqual({ b: null });
	});
});

describe("readDate", () => {
	test("hands each text over once and puts what it gives in its place", () => {
		const { date, asked } = dateOf("2026-01-01");
		const fields: Fields = { created: "2026-01-01" };
		expect(readDate(fields, "created", date)).toBeUndefined();
		expect({ fields, asked }).toEqual({ fields: { created: { is: "2026-01-01" } }, asked: ["2026-01-01"] });
	});

	test.each([undefined, null])("asks nobody about %s", (created) => {
		const { date, asked } = dateOf("");
		expect(readDate({ created }, "created", date)).toBeUndefined();
		expect(asked).toEqual([]);
	});

	test.each(["yesterday", 1767225600000, {}, true])("names the field of %j, which is no date", (created) => {
		expect(readDate({ created }, "created", dateOf("2026-01-01").date)).toMatch(/^created: /);
	});
});

describe("readInner", () => {
	test("names the way to what is wrong inside", () => {
		expect(readInner({ metrics: { n: "1" } }, "metrics", readN)).toBe("metrics.n: not a number");
	});

	test.each([undefined, null, [], "text", 5])("leaves %j as it came", (metrics) => {
		const fields: Fields = { metrics };
		expect(readInner(fields, "metrics", readN)).toBeUndefined();
		expect(fields).toEqual({ metrics });
	});
});

describe("readEach", () => {
	test("names the first element that is wrong", () => {
		const fields = { alerts: [{ n: 1 }, { n: "2" }, { n: "3" }] };
		expect(readEach(fields, "alerts", readN)).toBe("alerts[1].n: not a number");
	});

	test("reads every element", () => {
		const { date, asked } = dateOf("a");
		const fields = { alerts: [{ at: "a" }, { at: "a" }] };
		readEach(fields, "alerts", (it) => readDate(it, "at", date));
		expect({ fields, asked }).toEqual({
			fields: { alerts: [{ at: { is: "a" } }, { at: { is: "a" } }] },
			asked: ["a", "a"],
		});
	});

	test.each([undefined, null, {}, "text", [null, 5, "x"]])("leaves %j as it came", (alerts) => {
		const fields: Fields = { alerts };
		expect(readEach(fields, "alerts", readN)).toBeUndefined();
		expect(fields).toEqual({ alerts });
	});
});
