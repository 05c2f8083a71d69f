/**
 * Writes a source that names each export of an entry on both sides, for the compiler to give their types.
 * What takes type parameters is named with arguments: an operation's name by each of them, since what an operation
 * adds to the list must not count as a change of the others; anything else by a type that is nothing else.
 */
import ts from "typescript";

export interface Probe {
	/** The export that it shows, and whether it is a value or a type. */
	readonly name: string;
	readonly kind: "value" | "type";
	/** With which arguments, where it takes some: `"list"`. */
	readonly given: string;
	/** The names in the probe's source. */
	readonly released: string;
	readonly built: string;
}

export interface ProbeSource {
	readonly text: string;
	readonly probes: readonly Probe[];
}

/** `files` are the entry's declarations on the two sides, as the probe imports them. */
export function probeSource(
	files: { readonly released: string; readonly built: string },
	entry: ts.Symbol,
	checker: ts.TypeChecker,
	isCompared: (name: string) => boolean,
): ProbeSource {
	const probes: Probe[] = [];
	const lines = [
		`import type * as Released from ${JSON.stringify(files.released)};`,
		`import type * as Built from ${JSON.stringify(files.built)};`,
		...opaque.map((name) => `interface ${name} { readonly ${name.toLowerCase()}: true }`),
	];
	for (const exported of checker.getExportsOfModule(entry)) {
		if (!isCompared(exported.name)) continue;
		const symbol = resolveAlias(exported, checker);
		for (const kind of kindsOf(symbol)) {
			for (const given of argumentsFor(symbol, kind, checker)) {
				const index = probes.length;
				const probe = { name: exported.name, kind, given, released: `r${index}`, built: `b${index}` };
				probes.push(probe);
				const query = kind === "value" ? "typeof " : "";
				lines.push(`export type ${probe.released} = ${query}Released.${exported.name}${given};`);
				lines.push(`export type ${probe.built} = ${query}Built.${exported.name}${given};`);
			}
		}
	}
	return { text: lines.join("\n"), probes };
}

const opaque = ["First", "Second", "Third", "Fourth", "Fifth"];

export const resolveAlias = (symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol =>
	symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

/** A class is judged as a value: its constructor, and what that makes. */
function kindsOf({ flags }: ts.Symbol): Probe["kind"][] {
	return [
		...(flags & ts.SymbolFlags.Value ? ["value" as const] : []),
		...(flags & ts.SymbolFlags.Type && !(flags & ts.SymbolFlags.Class) ? ["type" as const] : []),
	];
}

function argumentsFor(symbol: ts.Symbol, kind: Probe["kind"], checker: ts.TypeChecker): string[] {
	const lists = kind === "type" ? [typeParametersOf(symbol)] : signatureParametersOf(symbol, checker);
	const texts = lists.flatMap((list) => (list.length === 0 ? [""] : combinations(list, checker)));
	return texts.length === 0 ? [""] : [...new Set(texts)];
}

type Parameters = readonly ts.TypeParameterDeclaration[];

function typeParametersOf({ declarations = [] }: ts.Symbol): Parameters {
	for (const declaration of declarations) {
		if (ts.isTypeAliasDeclaration(declaration) || ts.isInterfaceDeclaration(declaration)) {
			return declaration.typeParameters ?? [];
		}
	}
	return [];
}

function signatureParametersOf(symbol: ts.Symbol, checker: ts.TypeChecker): Parameters[] {
	const signatures = checker.getTypeOfSymbol(symbol).getCallSignatures();
	return signatures.map(({ declaration }) => {
		const parameters = declaration?.typeParameters ?? [];
		return parameters.filter((of): of is ts.TypeParameterDeclaration => ts.isTypeParameterDeclaration(of));
	});
}

/** The first parameter that is one of several names goes through them; the others are held. */
function combinations(parameters: Parameters, checker: ts.TypeChecker): string[] {
	const choices = parameters.map((parameter, index) => {
		const constraint = parameter.constraint && checker.getTypeFromTypeNode(parameter.constraint);
		const members = constraint?.isUnion() ? constraint.types : constraint ? [constraint] : [];
		const literals = members.flatMap((type) => (type.isStringLiteral() ? [JSON.stringify(type.value)] : []));
		return literals.length > 0 && literals.length === members.length ? literals : [opaque[index] ?? "never"];
	});
	return choices
		.reduce<string[][]>((lists, choice) => lists.flatMap((list) => choice.map((one) => [...list, one])), [[]])
		.map((list) => `<${list.join(", ")}>`);
}
