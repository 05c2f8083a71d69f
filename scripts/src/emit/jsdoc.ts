/** Comments for people who hover: what the document says in words, then what it says in numbers. */
import type { Schema } from "../document/openapi.ts";
import { isDate, soleType } from "../document/schema.ts";

/** The inside of a block comment, as the compiler's printer takes it: no `/*` in front, nothing behind. */
export function commentText(lines: readonly string[]): string {
	const [first = "", ...more] = lines.map((line) => line.replaceAll("*/", "*\\/"));
	if (more.length === 0) return `* ${first} `;
	return `*\n${[first, ...more].map((line) => ` * ${line}`.trimEnd()).join("\n")}\n `;
}

export const comment = (lines: readonly string[]): string => `/*${commentText(lines)}*/`;

/** Text in lines that fit beside code; what follows the first is set in as far as asked. */
export function wrap(text: string, inset = ""): string[] {
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(/\s+/)) {
		if (line !== "" && `${line} ${word}`.length > 104) {
			lines.push(line);
			line = `${inset}${word}`;
		} else line = line === "" ? word : `${line} ${word}`;
	}
	return [...lines, line];
}

/** What to say of a schema: its words and limits, what it replaces, an example. */
export function linesOf(schema: Schema): string[] {
	const [example] = schema.examples ?? [];
	return [
		...wrap(sentences(schema)),
		...(schema.deprecated ? ["@deprecated"] : []),
		...(example === undefined ? [] : [`@example ${JSON.stringify(example)}`]),
	].filter((line) => line !== "");
}

/** Words and limits in one line. */
export function sentences(schema: Schema): string {
	const facts = factsOf(schema).join(", ");
	const told = facts === "" ? "" : `${facts.charAt(0).toUpperCase()}${facts.slice(1)}.`;
	return [schema.description, told].filter(Boolean).join(" ");
}

function factsOf(schema: Schema): string[] {
	const { minimum, maximum, minLength, maxLength, minItems, maxItems, pattern, default: preset } = schema;
	return [
		...(soleType(schema) === "integer" ? ["a whole number"] : []),
		...(isDate(schema) ? ["an ISO 8601 date-time or date"] : []),
		...range(minimum, maximum, ""),
		...range(minLength, maxLength, " characters"),
		...range(minItems, maxItems, " items"),
		...(pattern === undefined ? [] : [`matching \`${pattern}\``]),
		...(preset === undefined ? [] : [`${JSON.stringify(preset)} by default`]),
	];
}

function range(from: number | undefined, to: number | undefined, unit: string): string[] {
	if (from !== undefined && to !== undefined) return [`${from} to ${to}${unit}`];
	if (from !== undefined) return [`at least ${from}${unit}`];
	return to === undefined ? [] : [`at most ${to}${unit}`];
}
