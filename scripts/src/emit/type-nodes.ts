/**
 * Runs openapi-typescript on the model's schemas and makes of its syntax tree what callers shall see:
 * names instead of paths into `components`, enums that are open in answers, and requests that take
 * readonly arrays and an `undefined` for what is left out.
 */
import openapiTS from "openapi-typescript";
import ts from "typescript";
import type { Schema } from "../document/openapi.ts";
import { allowsNull, isDate } from "../document/schema.ts";
import type { Model } from "../model/model.ts";
import { commentText, linesOf } from "./jsdoc.ts";

const { factory, SyntaxKind } = ts;

/** The type of each public schema, by name. `date` makes the type of a date in an answer; without it dates are text. */
export async function typeNodes(
	{ operations, schemas }: Model,
	date?: () => ts.TypeNode,
): Promise<ReadonlyMap<string, ts.TypeNode>> {
	const isRequest = (path: string): boolean => schemas[ownerOf(path)]?.use === "request";
	// What callers write at the top of a call they may fill in step by step; what lies inside is readonly.
	const tops = new Set(operations.flatMap(({ types }) => [types.query, types.request]));
	const isTop = (path: string): boolean => tops.has(ownerOf(path)) && path.split("/").length === 5;
	const words = new Map<ts.Node, Schema>();

	const document = {
		openapi: "3.1.0",
		info: { title: "", version: "" },
		paths: {},
		components: {
			schemas: Object.fromEntries(Object.entries(schemas).map(([name, of]) => [name, of.schema])),
		},
	};
	const nodes = await openapiTS(JSON.stringify(document), {
		silent: true,
		defaultNonNullable: false,
		transform: (schema, { path = "" }) =>
			date && !isRequest(path) && isDate(schema as Schema) ? dateType(schema as Schema, date()) : undefined,
		postTransform: (type, { path = "" }) => (isRequest(path) ? readonlyArray(type) : openEnum(type)),
		transformProperty: (property, schema, { path = "" }) => {
			const changed = isRequest(path) ? requestProperty(property, !isTop(path)) : property;
			words.set(changed, schema as Schema);
			return changed;
		},
	});
	return new Map(schemaMembers(nodes).map(({ name, type }) => [name, finish(type, words)]));
}

/** `#/components/schemas/ListIdentitiesQuery/filter_by` → `ListIdentitiesQuery` */
const ownerOf = (path: string): string => path.split("/")[3] ?? "";

const dateType = (schema: Schema, date: ts.TypeNode): ts.TypeNode =>
	allowsNull(schema)
		? factory.createUnionTypeNode([date, factory.createLiteralTypeNode(factory.createNull())])
		: date;

const readonlyArray = (type: ts.TypeNode): ts.TypeNode =>
	ts.isArrayTypeNode(type) ? factory.createTypeOperatorNode(SyntaxKind.ReadonlyKeyword, type) : type;

/** An enum in an answer may hold a value that is new: editors still offer the known ones. */
function openEnum(type: ts.TypeNode): ts.TypeNode {
	const members = ts.isUnionTypeNode(type) ? [...type.types] : [type];
	const kinds = [...new Set(members.map(literalKind))].filter((kind) => kind !== SyntaxKind.NullKeyword);
	const open = kinds.flatMap((kind) => (kind === undefined ? [] : [anyOther(kind)]));
	if (open.length === 0 || open.length < kinds.length) return type;
	return factory.createUnionTypeNode([...members, ...open]);
}

/** `string & {}`: a bare `string` would swallow the values beside it. */
const anyOther = (kind: ts.KeywordTypeSyntaxKind): ts.TypeNode =>
	factory.createParenthesizedType(
		factory.createIntersectionTypeNode([
			factory.createKeywordTypeNode(kind),
			factory.createTypeLiteralNode([]),
		]),
	);

/** What a literal type is a literal of; undefined for a type that is none. */
function literalKind(type: ts.TypeNode): ts.KeywordTypeSyntaxKind | ts.SyntaxKind.NullKeyword | undefined {
	// openapi-typescript writes a string as an identifier with its quotes, to keep what is no ASCII.
	const node: ts.Node = type;
	if (ts.isIdentifier(node)) return SyntaxKind.StringKeyword;
	if (!ts.isLiteralTypeNode(node)) return undefined;
	switch (node.literal.kind) {
		case SyntaxKind.NullKeyword:
			return SyntaxKind.NullKeyword;
		case SyntaxKind.StringLiteral:
			return SyntaxKind.StringKeyword;
		case SyntaxKind.TrueKeyword:
		case SyntaxKind.FalseKeyword:
			return SyntaxKind.BooleanKeyword;
		case SyntaxKind.NumericLiteral:
		case SyntaxKind.PrefixUnaryExpression: // A number below zero.
			return SyntaxKind.NumberKeyword;
		default:
			return undefined;
	}
}

function requestProperty(property: ts.PropertySignature, inside: boolean): ts.PropertySignature {
	const { name, questionToken, type } = property;
	const modifiers = inside ? [factory.createModifier(SyntaxKind.ReadonlyKeyword)] : undefined;
	const absent = factory.createKeywordTypeNode(SyntaxKind.UndefinedKeyword);
	const members = type && ts.isUnionTypeNode(type) ? type.types : type ? [type] : [];
	const full = questionToken && type ? factory.createUnionTypeNode([...members, absent]) : type;
	return factory.updatePropertySignature(property, modifiers, name, questionToken, full);
}

/** The members of `components.schemas` in what openapi-typescript gives. */
function schemaMembers(nodes: readonly ts.Node[]): { name: string; type: ts.TypeNode }[] {
	const membersOf = (node: ts.Node | undefined, name: string): readonly ts.TypeElement[] => {
		const members =
			node && (ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node)) ? node.members : [];
		const found = members.find((member) => nameOf(member) === name);
		const inner = found && ts.isPropertySignature(found) ? found.type : undefined;
		return inner && ts.isTypeLiteralNode(inner) ? inner.members : [];
	};
	const components = nodes.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === "components");
	return membersOf(components, "schemas").flatMap((member) =>
		ts.isPropertySignature(member) && member.type ? [{ name: nameOf(member), type: member.type }] : [],
	);
}

const nameOf = ({ name }: ts.TypeElement): string =>
	name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : "";

/** Replaces `components["schemas"]["X"]` by `X`, and the comments by ours. */
function finish(type: ts.TypeNode, words: ReadonlyMap<ts.Node, Schema>): ts.TypeNode {
	const visit = (node: ts.Node): ts.Node => {
		const name = referred(node);
		if (name !== undefined) return factory.createTypeReferenceNode(name);
		const visited = ts.visitEachChild(node, visit, undefined);
		if (isSmall(visited)) ts.setEmitFlags(visited, ts.EmitFlags.SingleLine);
		const schema = words.get(node);
		if (schema) explain(visited, schema);
		return visited;
	};
	return visit(type) as ts.TypeNode; // A type is visited into a type.
}

function referred(node: ts.Node): string | undefined {
	if (!ts.isIndexedAccessTypeNode(node) || !ts.isLiteralTypeNode(node.indexType)) return undefined;
	const { literal } = node.indexType;
	return ts.isStringLiteral(literal) ? literal.text : undefined;
}

/** An object type without comments fits on a line. */
const isSmall = (node: ts.Node): boolean =>
	ts.isTypeLiteralNode(node) &&
	node.members.every((member) => !ts.getSyntheticLeadingComments(member)?.length) &&
	node.members.length < 4;

function explain(node: ts.Node, schema: Schema): void {
	const lines = linesOf(schema);
	const text = commentText(lines);
	const kind = SyntaxKind.MultiLineCommentTrivia;
	const comment = { kind, text, hasTrailingNewLine: true, pos: -1, end: -1 } as const;
	ts.setSyntheticLeadingComments(node, lines.length > 0 ? [comment] : []);
}
