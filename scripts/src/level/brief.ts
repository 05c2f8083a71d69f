/** The first sentence of what a publisher says, for one line of a changelog: a description may be pages long. */

const longest = 200;

export function brief(text: string): string {
	const line = text.replace(/\s+/g, " ").trim();
	const [first = line] = /^.*?[.!?](?= \p{Lu}|$)/u.exec(line) ?? [];
	return first.length > longest ? `${first.slice(0, longest - 1).trimEnd()}…` : first;
}
