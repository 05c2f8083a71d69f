import { expect, test } from "vitest";
import { exactly } from "../measure/sample.ts";
import { plotOf } from "./plot.ts";

const bar = (label: string, value: number) => ({
	label,
	sample: exactly(value),
	text: String(value),
	kind: "peer" as const,
});
const widths = (svg: string): number[] =>
	[...svg.matchAll(/<rect[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width));

test("a bar is as long as its figure", () => {
	const [one = 0, two = 0] = widths(plotOf({ title: "t", bars: [bar("a", 1), bar("b", 2)] }));
	expect(two / one).toBeCloseTo(2);
});

test("a bar that would dwarf the others is cut, and has a gap", () => {
	const svg = plotOf({ title: "t", bars: [bar("a", 1), bar("b", 2), bar("c", 500)] });
	const [, two, cut] = widths(svg);
	expect({ cut, gaps: svg.split('class="gap"').length - 1 }).toEqual({ cut: two, gaps: 1 });
});

test("what stands in a label can't break the picture", () => {
	expect(plotOf({ title: 'a "b" & <c>', bars: [bar("<&>", 1)] })).not.toMatch(/<&|"b"|<c>/);
});
