/**
 * core's `generated/read.ts`: the answer readers, which all clients walk each answer with, and `generated/dates.ts`:
 * where its dates are, for the clients that make something of them.
 */
import type { Model, Operation } from "../model/model.ts";
import { source } from "./header.ts";
import { key } from "./key.ts";
import { type Reader, readersOf, type Step } from "./readers.ts";

/** What a walk through an answer does: mend what is left out, or hand over the dates. */
type Walk = "read" | "dates";

export function emitRead(model: Model): Record<string, string> {
	const table = tableOf(model);
	return {
		"packages/core/src/generated/read.ts": source(
			importOf(["dropNull", "readEach", "readInner", "type ReadFields"], codeOf(table, "read")),
			"",
			codeOf(table, "read"),
		),
		"packages/core/src/generated/dates.ts": source(
			importOf(["readDate", "readEach", "readInner", "type ReadDates"], codeOf(table, "dates")),
			'import type { OperationName } from "./operations.ts";',
			"",
			codeOf(table, "dates"),
			"/** Where the dates are in what each operation answers with: in one item where the answer is a page. */",
			"export const dates: Readonly<Partial<Record<OperationName, ReadDates>>> = {",
			...table
				.filter(({ reader }) => isBusy(reader, "dates"))
				.map(({ operation, reader }) => `${key(operation.name)}: ${nameOf(reader, "dates")},`),
			"};",
		),
	};
}

/** What the reader of each operation's answer is called: of one item where the answer is a page. */
export const readerNames = (model: Model): ReadonlyMap<Operation, string> =>
	new Map(
		tableOf(model)
			.filter(({ reader }) => isBusy(reader, "read"))
			.map(({ operation, reader }) => [operation, nameOf(reader, "read")]),
	);

interface Entry {
	readonly operation: Operation;
	readonly reader: Reader;
}

function tableOf(model: Model): Entry[] {
	const readers = readersOf(model);
	const table = model.operations.flatMap((operation) => {
		const reader = readers.get(typeOf(operation) ?? "");
		return reader && (isBusy(reader, "read") || isBusy(reader, "dates")) ? [{ operation, reader }] : [];
	});
	const shared = share(table.map(({ reader }) => reader));
	return table.map(({ operation, reader }) => ({ operation, reader: shared.get(reader) ?? reader }));
}

const nameOf = ({ name }: Reader, walk: Walk): string =>
	walk === "read" ? name : name.replace(/^read/, "dates");

const codeOf = (table: readonly Entry[], walk: Walk): string =>
	inOrder([...new Set(table.map(({ reader }) => reader))], walk)
		.map((reader) => `${body(reader, walk)}\n`)
		.join("\n");

const importOf = (names: readonly string[], code: string): string => {
	const used = names.filter((name) => name.startsWith("type ") || code.includes(`${name}(`));
	return `import { ${used.join(", ")} } from "../wire/reading.ts";`;
};

const typeOf = ({ answer, types }: Operation): string | undefined =>
	answer === "page" ? "Identity" : types.response;

/** Whether a walk does anything at all in a reader, itself or by those that it hands objects to. */
function isBusy(reader: Reader, walk: Walk, seen: readonly Reader[] = []): boolean {
	if (seen.includes(reader)) return false;
	return [...reader.steps.values()].some(({ does, hands }) => {
		if (walk === "read" ? does !== "nothing" : hands?.verb === "readDate") return true;
		return hands && hands.verb !== "readDate" ? isBusy(hands.reader, walk, [...seen, reader]) : false;
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
function inOrder(
	readers: readonly Reader[],
	walk: Walk,
	found: Reader[] = [],
	seen = new Set<Reader>(),
): Reader[] {
	for (const reader of readers) {
		if (seen.has(reader) || !isBusy(reader, walk)) continue;
		seen.add(reader);
		const inner = [...reader.steps.values()].flatMap(({ hands }) =>
			hands && hands.verb !== "readDate" ? [hands.reader] : [],
		);
		inOrder(inner, walk, found, seen);
		found.push(reader);
	}
	return found;
}

function body(reader: Reader, walk: Walk): string {
	const steps = [...reader.steps].sort(([a], [b]) => (a < b ? -1 : 1));
	const results = steps.flatMap(([field, step]) => result(field, step, walk)).join(" ?? ");
	const name = `export const ${nameOf(reader, walk)}`;
	if (walk === "dates") return `${name}: ReadDates = (it, date) => ${results};`;
	const statements = steps.flatMap(([field, step]) => statement(field, step));
	const nulls = steps.flatMap(([field, { does }]) => (does === "drop" ? [JSON.stringify(field)] : []));
	// Made once, since an answer has many objects.
	const nullsName = `${nameOf(reader, walk)}Nulls`;
	if (nulls.length > 0) statements.push(`dropNull(it, ${nullsName});`);
	return [
		...(nulls.length > 0 ? [`const ${nullsName} = [${nulls.join(", ")}];`] : []),
		`${name}: ReadFields = (it) => {`,
		...statements,
		`return ${results || "undefined"};`,
		"};",
	].join("\n");
}

function statement(field: string, { does, value }: Step): string[] {
	const name = JSON.stringify(field);
	if (does === "id") return [`if (typeof it[${name}] !== "string") return "${field}: not a string";`];
	return does === "fill" ? [`it[${name}] ??= ${value};`] : [];
}

function result(field: string, { hands }: Step, walk: Walk): string[] {
	const name = JSON.stringify(field);
	if (!hands) return [];
	if (hands.verb === "readDate") return walk === "dates" ? [`readDate(it, ${name}, date)`] : [];
	if (!isBusy(hands.reader, walk)) return [];
	const inner = nameOf(hands.reader, walk);
	return [`${hands.verb}(it, ${name}, ${walk === "read" ? inner : `(inner) => ${inner}(inner, date)`})`];
}

const code = (field: string, { does, value, hands }: Step): string =>
	[field, does, value, hands && (hands.verb === "readDate" ? "date" : hands.reader.name)].join();
