/** The results for the documentation. Nothing in it changes from run to run but the versions. */
import type { Capabilities } from "../capability.ts";
import { marksOf, otherMark, passedMark } from "./matrix.ts";
import type { Client, Row } from "./outcome.ts";

export interface RuntimeFacts {
	readonly name: string;
	readonly version: string;
	/** How it is run, where that matters. */
	readonly about?: string;
	readonly capabilities: Capabilities;
}

export function page(
	rows: readonly Row[],
	runtimes: readonly RuntimeFacts[],
	clients: readonly Client[],
): string {
	const names = clients.map(({ name }) => `\`${name}\``);
	return `# Runtimes

Written by \`pnpm test:runtimes --write\`. Do not edit.

Each scenario of [\`conformance/\`](../conformance) runs in each of these runtimes, over HTTP against the API in memory, with
the packages as they are published.

${tableOf(
	["runtime", "version", "", "tells a refused connection from a lost one", "shows a redirect's status"],
	runtimes.map(({ name, version, about = "", capabilities: { tellsRefused, showsRedirectStatus } }) => [
		name,
		version,
		about,
		tellsRefused ? "yes" : "no",
		showsRedirectStatus ? "yes" : "no",
	]),
)}

What a runtime can't tell, no client can. It is part of what a scenario expects there: no scenario is left out for a
runtime.

A cell has a mark for each package, in this order: ${names.join(", ")}.
${passedMark} passed. ${otherMark} The scenario is about a part that this package has not (a key, hooks, \`withResponse()\`, …).

${themesOf(rows)
	.map(
		([theme, of]) =>
			`## ${theme}\n\n${tableOf(
				["", ...runtimes.map(({ name }) => name)],
				of.map(({ scenario, cells }) => [scenario, ...cells.map(marksOf)]),
			)}`,
	)
	.join("\n\n")}
`;
}

/** The rows of a page, without its versions, to tell whether it is of these scenarios and runtimes. */
export const rowsOfPage = (text: string): string => text.slice(Math.max(0, text.indexOf("\n## ")));

function themesOf(rows: readonly Row[]): [theme: string, rows: readonly Row[]][] {
	const themes = [...new Set(rows.map(({ theme }) => theme))];
	return themes.map((theme) => [theme, rows.filter((row) => row.theme === theme)]);
}

const tableOf = (head: readonly string[], body: readonly (readonly string[])[]): string =>
	[head, head.map(() => "---"), ...body].map((cells) => `| ${cells.map(escaped).join(" | ")} |`).join("\n");

const escaped = (text: string): string => text.replaceAll("|", "\\|");
