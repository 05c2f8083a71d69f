/** core's `generated/types.ts`: the public types, and what each operation takes and answers. */
import ts from "typescript";
import { refName, type Schema } from "../document/openapi.ts";
import type { Model, Operation } from "../model/model.ts";
import { source } from "./header.ts";
import { comment, linesOf } from "./jsdoc.ts";
import { key } from "./key.ts";
import { typeNodes } from "./type-nodes.ts";

export async function emitTypes(model: Model): Promise<Record<string, string>> {
	const nodes = await typeNodes(model);
	const declarations = Object.entries(model.schemas).map(([name, { schema }]) =>
		declaration(name, schema, nodes.get(name)),
	);
	const text = source(...declarations, inputs(model.operations), answers(model.operations));
	return { "packages/core/src/generated/types.ts": text };
}

/** A public type with its words. */
export function declaration(name: string, schema: Schema, node: ts.TypeNode | undefined): string {
	const alias = schema.$ref === undefined ? undefined : refName(schema.$ref);
	const lines = alias === undefined ? linesOf(schema) : [`The same shape as {@link ${alias}}.`];
	return `${lines.length > 0 ? `${comment(lines)}\n` : ""}${node ? declare(name, node) : ""}\n`;
}

const printer = ts.createPrinter();
const file = ts.createSourceFile("types.ts", "", ts.ScriptTarget.Latest);

function declare(name: string, type: ts.TypeNode): string {
	const { factory } = ts;
	const modifiers = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
	const node = ts.isTypeLiteralNode(type)
		? factory.createInterfaceDeclaration(modifiers, name, undefined, undefined, type.members)
		: factory.createTypeAliasDeclaration(modifiers, name, undefined, type);
	return printer.printNode(ts.EmitHint.Unspecified, node, file);
}

function inputs(operations: readonly Operation[]): string {
	const rows = operations.map(({ name, params, body, query, types }) => {
		const demanded = query.some(({ required }) => required);
		const parts = [
			...(params.length > 0
				? [`readonly path: { ${params.map((of) => `readonly ${key(of.name)}: string`).join("; ")} }`]
				: []),
			...(body && types.request ? [member("body", types.request, body.required)] : []),
			...(types.query ? [member("query", types.query, demanded)] : []),
		];
		return `\t${name}: { ${(parts.length > 0 ? parts : ["readonly query?: undefined"]).join("; ")} };`;
	});
	return [
		"/** What each operation takes, as `buildRequest` takes it. */",
		"export interface OperationInputs {",
		...rows,
		"}",
		"",
	].join("\n");
}

const member = (name: string, type: string, required: boolean): string =>
	required ? `readonly ${name}: ${type}` : `readonly ${name}?: ${type} | undefined`;

export function answers(operations: readonly Operation[]): string {
	const rows = operations.map(({ name, types }) => `\t${name}: ${types.response ?? "void"};`);
	return ["/** What each operation answers. */", "export interface OperationAnswers {", ...rows, "}"].join(
		"\n",
	);
}
