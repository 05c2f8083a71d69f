/** core's `generated/read.ts`: the answer reader, which both clients walk each answer with, once. */
import type { Model, Operation } from "../model/model.ts";
import { source } from "./header.ts";
import { key } from "./key.ts";
import { type Reader, readersOf, type Step } from "./readers.ts";

export function emitRead(model: Model): Record<string, string> {
	const readers = readersOf(model);
	const table = model.operations.flatMap((operation) => {
		const reader = readers.get(typeOf(operation) ?? "");
		return reader && isBusy(reader) ? [{ operation, reader }] : [];
	});
	const shared = share(table.map(({ reader }) => reader));
	const bodies = inOrder([...new Set(shared.values())]).map(body);
	const verbs = ["dropNull", "readDate", "readEach", "readInner"].filter((verb) =>
		bodies.some((text) => text.includes(`${verb}(`)),
	);
	const text = source(
		`import { ${[...verbs, "type ReadFields"].join(", ")} } from "../wire/reading.ts";`,
		'import type { OperationName } from "./operations.ts";',
		"",
		...bodies.map((of) => `${of}\n`),
		"/** The reader of what each operation answers with: of one item where the answer is a page. */",
		"export const readers: Readonly<Partial<Record<OperationName, ReadFields>>> = {",
		...table.map(
			({ operation, reader }) => `${key(operation.name)}: ${(shared.get(reader) ?? reader).name},`,
		),
		"};",
	);
	return { "packages/core/src/generated/read.ts": text };
}

const typeOf = ({ answer, types }: Operation): string | undefined =>
	answer === "page" ? "Identity" : types.response;

/** Whether a reader does anything at all, itself or by those that it hands objects to. */
function isBusy(reader: Reader, seen: readonly Reader[] = []): boolean {
	if (seen.includes(reader)) return false;
	return [...reader.steps.values()].some(({ does, hands }) => {
		if (does !== "nothing" || hands?.verb === "readDate") return true;
		return hands !== undefined && isBusy(hands.reader, [...seen, reader]);
	});
}

/** The reader that each one is served by: itself, or an earlier one of the same kind, which learns its fields. */
function share(readers: readonly Reader[]): ReadonlyMap<Reader, Reader> {
	const shared = new Map<Reader, Reader>();
	for (const reader of readers) {
		const host = [...new Set(shared.values())].find((other) => fits(other, reader)) ?? reader;
		for (const [field, step] of reader.steps) host.steps.set(field, step);
		shared.set(reader, host);
	}
	return shared;
}

/** Two kinds of one thing: both have the id, and neither would put something into the other. */
function fits(a: Reader, b: Reader): boolean {
	const isThing = ({ steps }: Reader): boolean => steps.get("_id")?.does === "id";
	const fields = new Set([...a.steps.keys(), ...b.steps.keys()]);
	return (
		isThing(a) &&
		isThing(b) &&
		[...fields].every((field) => {
			const [one, other] = [a.steps.get(field), b.steps.get(field)];
			return one && other ? code(field, one) === code(field, other) : (one ?? other)?.does !== "fill";
		})
	);
}

/** Each reader after those that it uses. */
function inOrder(readers: readonly Reader[], found: Reader[] = [], seen = new Set<Reader>()): Reader[] {
	for (const reader of readers) {
		if (seen.has(reader)) continue;
		seen.add(reader);
		const inner = [...reader.steps.values()].flatMap(({ hands }) =>
			hands && hands.verb !== "readDate" && isBusy(hands.reader) ? [hands.reader] : [],
		);
		inOrder(inner, found, seen);
		found.push(reader);
	}
	return found;
}

function body(reader: Reader): string {
	const steps = [...reader.steps].sort(([a], [b]) => (a < b ? -1 : 1));
	const statements = steps.flatMap(([field, step]) => statement(field, step));
	const results = steps.flatMap(([field, step]) => result(field, step));
	const takes = results.length > 0 ? "(it, date)" : "(it)";
	const returns = `return ${results.length > 0 ? results.join(" ?? ") : "undefined"};`;
	return [`const ${reader.name}: ReadFields = ${takes} => {`, ...statements, returns, "};"].join("\n");
}

function statement(field: string, { does, value }: Step): string[] {
	const name = JSON.stringify(field);
	if (does === "id") return [`if (typeof it[${name}] !== "string") return "${field}: not a string";`];
	if (does === "fill") return [`it[${name}] ??= ${value};`];
	return does === "drop" ? [`dropNull(it, ${name});`] : [];
}

function result(field: string, { hands }: Step): string[] {
	const name = JSON.stringify(field);
	if (!hands) return [];
	if (hands.verb === "readDate") return [`readDate(it, ${name}, date)`];
	return isBusy(hands.reader) ? [`${hands.verb}(it, ${name}, ${hands.reader.name}, date)`] : [];
}

const code = (field: string, step: Step): string =>
	[...statement(field, step), ...result(field, step)].join();
