/**
 * Stops an update where the publisher newly says another thing than the overlay: the overlay would win, and
 * hide from callers what the API does.
 */
import type { JudgedDifference } from "../document/differences.ts";
import { overlayFile } from "../repository.ts";
import { UpdateProblem } from "./problem.ts";

export function refuseContradictions(differences: readonly JudgedDifference[]): void {
	const found = differences.filter((difference) => difference.kind === "contradicted" && difference.new);
	if (found.length === 0) return;
	const lines = found.map(({ where, keyword, upstream, ours }) => {
		if (keyword === "present") return `\n  ${where}: is published, and the overlay hides it`;
		return `\n  ${where}: \`${keyword}\` is ${told(upstream)} as published, and ${told(ours)} in the overlay`;
	});
	const cure = `Change ${overlayFile} where the publisher is right; where we are, run it again with --keep-ours.`;
	throw new UpdateProblem(overlayFile, `is contradicted by the document:${lines.join("")}`, cure);
}

const told = (value: unknown): string => (value === null ? "not said" : JSON.stringify(value));
