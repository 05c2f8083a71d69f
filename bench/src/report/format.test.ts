import { expect, test } from "vitest";
import { exactly, sampleOf } from "../measure/sample.ts";
import { cell, figure } from "./format.ts";

test.each([
	[8412, "bytes", "8.41 kB"],
	[436_735, "bytes", "437 kB"],
	[1234.5, "ms", "1,235 ms"],
	[12.34, "µs", "12.3 µs"],
	[12_971, "count", "12,971"],
] as const)("%d %s reads %s", (value, unit, text) => {
	expect(figure(value, unit)).toBe(text);
});

const metric = { id: "m", title: "t", unit: "ms" } as const;

test("a ratio comes first, with its spread, and then the figure", () => {
	const measurement = { metric: "m", contender: "c", value: sampleOf([2, 3, 4]), ratio: sampleOf([1, 2, 3]) };
	expect(cell(measurement, { ...metric, base: "fetch" })).toBe("**2.00** (1.50–2.50) · 3.00 ms");
});

test("a figure of one run has no spread", () => {
	expect(cell({ metric: "m", contender: "c", value: exactly(3) }, metric)).toBe("3.00 ms");
});
