/** Writes the changeset of an update: its level, what callers can read in the changelog, how to go along. */
import { createHash } from "node:crypto";
import { byWeight, type Change } from "./change.ts";
import type { Level } from "./level.ts";
import { sentence, type Verdict } from "./packages.ts";

/** The same document gives the same name, so that an update that is run again adds nothing. */
export const changesetFile = (upstream: string): string =>
	`.changeset/spec-${createHash("sha256").update(upstream).digest("hex").slice(0, 8)}.md`;

/** Undefined where there is nothing to release. */
export function changesetText(
	changes: readonly Change[],
	verdicts: Readonly<Record<string, Verdict>>,
): string | undefined {
	const announced = Object.entries(verdicts).filter(([, { level }]) => level !== "none");
	if (announced.length === 0) return undefined;
	const of = (level: Level): Change[] => byWeight(changes).filter((change) => change.level === level);
	const parts = [
		"The Identities API has changed as orq.ai publishes it.",
		...section("Breaking", of("major").map(broken)),
		...section("New", of("minor").map(sentence)),
		...section("Without effect on your code", small(of("patch"))),
	];
	const front = announced.map(([name, { level }]) => `${JSON.stringify(name)}: ${level}`);
	return `---\n${front.join("\n")}\n---\n\n${parts.join("\n\n")}\n`;
}

const section = (title: string, lines: readonly string[]): string[] =>
	lines.length === 0 ? [] : [`${title}:\n\n${lines.map((line) => `- ${line}`).join("\n")}`];

/** Each says what to do; one that only callers of the Effect client feel says so. */
function broken(change: Change): string {
	const whom = change.elsewhere === undefined ? "" : " (`@orq/identities-effect` only)";
	const cure = change.cure === undefined ? "" : ` _Migration: ${change.cure}_`;
	return `${sentence(change)}${whom}.${cure}`.replace(/\.\./, ".");
}

/** Other words of twenty fields are one piece of news. */
function small(changes: readonly Change[]): string[] {
	const words = changes.filter(({ kind }) => kind === "words changed");
	const names = words.slice(0, 5).map(({ where }) => `\`${where}\``);
	const more = words.length > names.length ? ` and ${words.length - names.length} more` : "";
	const told = words.length > 0 ? [`Other words for ${names.join(", ")}${more}`] : [];
	return [...changes.filter(({ kind }) => kind !== "words changed").map(sentence), ...told];
}
