/** The cost of each identity as a bar, the dearest first; a bar can be pointed at and picked. */
import type { Identity } from "@orq/identities-browser";
import { shape } from "./dom.ts";
import { costOf, count, money, nameOf } from "./format.ts";
import { ticksUpTo } from "./ticks.ts";

const width = 1120;
const height = 220;
const left = 56;
const bottom = 12;
const top = 12;

export interface PlotEvents {
	readonly onPoint: (identity: Identity | undefined) => void;
	readonly onPick: (identity: Identity) => void;
}

export function plotOf(
	identities: readonly Identity[],
	picked: string | undefined,
	{ onPoint, onPick }: PlotEvents,
): SVGElement {
	const sorted = [...identities].sort((one, other) => costOf(other) - costOf(one));
	const greatest = costOf(sorted[0] ?? { _id: "", external_id: "" });
	const ticks = ticksUpTo(Math.max(greatest, 1));
	const end = ticks.at(-1) ?? 1;
	const y = (cost: number): number => height - bottom - (cost / end) * (height - bottom - top);
	const step = (width - left) / Math.max(sorted.length, 12);
	const bar = Math.max(2, Math.min(step * 0.7, 36));

	const bars = sorted.map((identity, index) => {
		const x = left + step * index + (step - bar) / 2;
		const cost = costOf(identity);
		const drawn = shape(
			"g",
			{
				class: identity._id === picked ? "bar picked" : "bar",
				"data-id": identity._id,
				role: "button",
				tabindex: 0,
				"aria-label": `${nameOf(identity)}, ${money(cost)}`,
			},
			shape("rect", {
				class: "reach",
				x: left + step * index,
				y: top,
				width: step,
				height: height - bottom - top,
			}),
			shape("path", { class: "fill", d: roundedBar(x, y(cost), bar, height - bottom) }),
		);
		drawn.addEventListener("pointerenter", () => onPoint(identity));
		drawn.addEventListener("pointerleave", () => onPoint(undefined));
		drawn.addEventListener("focus", () => onPoint(identity));
		drawn.addEventListener("click", () => onPick(identity));
		drawn.addEventListener("keydown", (event) => {
			if (event.key === "Enter" || event.key === " ") onPick(identity);
		});
		return drawn;
	});

	return shape(
		"svg",
		{ viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": `Cost of ${sorted.length} identities` },
		...ticks.map((tick) =>
			shape(
				"g",
				{ class: tick === 0 ? "tick base" : "tick" },
				shape("line", { x1: left, x2: width, y1: y(tick), y2: y(tick) }),
				shape(
					"text",
					{ x: left - 12, y: y(tick), "dominant-baseline": "middle", "text-anchor": "end" },
					`$${count(tick)}`,
				),
			),
		),
		...bars,
	);
}

/** With a round head, as round as it is high enough for. */
function roundedBar(x: number, y: number, width: number, floor: number): string {
	const high = Math.max(floor - y, 1.5);
	const radius = Math.min(width / 2, 4, high);
	return `M${x} ${floor}v${-(high - radius)}q0 ${-radius} ${radius} ${-radius}h${width - 2 * radius}q${radius} 0 ${radius} ${radius}v${high - radius}z`;
}
