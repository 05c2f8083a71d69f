/**
 * A plot of horizontal bars as SVG, readable on light and on dark pages. A bar that would dwarf all others is cut, and
 * says so by a gap in it. A thin line spans the middle half of the runs.
 */
import type { Sample } from "../measure/sample.ts";

export interface Bar {
	readonly label: string;
	readonly sample: Sample;
	/** As it is written behind the bar. */
	readonly text: string;
	/** Ours stand out; what all are compared with is quiet. */
	readonly kind: "ours" | "base" | "peer";
}

export interface Plot {
	readonly title: string;
	readonly bars: readonly Bar[];
	/** A line to measure by: what a ratio is taken to. */
	readonly line?: number;
}

const width = 760;
const labels = 236;
const figures = 92;
const rowHeight = 24;
const barHeight = 14;
const top = 36;

export function plotOf({ title, bars, line }: Plot): string {
	const height = top + bars.length * rowHeight + 8;
	const longest = scaleEnd(bars.map(({ sample }) => sample.median));
	const x = (value: number) =>
		labels + (Math.max(0, Math.min(value, longest)) / longest) * (width - labels - figures);
	const rows = bars.map((bar, index) => rowOf(bar, top + index * rowHeight, x, longest));
	const mark =
		line === undefined
			? ""
			: `<line class="mark" x1="${at(x(line))}" x2="${at(x(line))}" y1="${top - 6}" y2="${height - 6}"/>`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">
<style>${style}</style>
<text class="title" x="0" y="16">${escaped(title)}</text>
${rows.join("\n")}
${mark}
</svg>
`;
}

function rowOf(
	{ label, sample, text, kind }: Bar,
	y: number,
	x: (value: number) => number,
	longest: number,
): string {
	const middle = y + barHeight / 2;
	const end = x(sample.median);
	const cut = sample.median > longest;
	const parts = [
		`<text class="label" x="${labels - 8}" y="${middle + 4}">${escaped(label)}</text>`,
		`<rect class="${kind}" x="${labels}" y="${y}" width="${at(end - labels)}" height="${barHeight}" rx="2"/>`,
	];
	if (cut) parts.push(`<path class="gap" d="M${at(end - 26)} ${y + barHeight + 2}l6 -${barHeight + 4}"/>`);
	if (sample.runs > 1 && !cut) {
		parts.push(
			`<line class="spread" x1="${at(x(sample.low))}" x2="${at(x(sample.high))}" y1="${middle}" y2="${middle}"/>`,
		);
	}
	const after = Math.max(end, cut ? end : x(sample.high)) + 6;
	parts.push(`<text class="figure" x="${at(after)}" y="${middle + 4}">${escaped(text)}</text>`);
	return parts.join("");
}

/** Where the scale ends: above the middle, before the first bar that is far longer than the one before it. */
function scaleEnd(values: readonly number[]): number {
	const sorted = values.filter((value) => value > 0).sort((one, other) => one - other);
	const middle = Math.floor((sorted.length - 1) / 2);
	let end = sorted[middle] ?? 1;
	for (const value of sorted.slice(middle)) if (value <= 2.5 * end) end = value;
	return end;
}

const at = (value: number): string => value.toFixed(1);

const escaped = (text: string): string =>
	text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").replaceAll("`", "");

const style = `
text{font:12px system-ui,-apple-system,"Segoe UI",sans-serif;fill:#1f2328}
.title{font-weight:600;font-size:13px}.label{text-anchor:end}.figure{fill:#59636e}
.ours{fill:#2563eb}.peer{fill:#a8b1bd}.base{fill:#6b7684}
.gap{stroke:#fff;stroke-width:4;fill:none}.spread{stroke:#1f2328;stroke-opacity:.65;stroke-width:1.5}
.mark{stroke:#1f2328;stroke-opacity:.45;stroke-dasharray:3 3}
@media (prefers-color-scheme:dark){text{fill:#e6edf3}.figure{fill:#9198a1}.ours{fill:#60a5fa}.peer{fill:#58616c}
.base{fill:#8b949e}.gap{stroke:#0d1117}.spread{stroke:#f0f6fc}.mark{stroke:#f0f6fc}}
`.trim();
