/**
 * Reads an OpenAPI document as plain JSON, by pointers, and knows nothing of how this project's generator reads it:
 * so a mistake there is not repeated here.
 */
import { isObject } from "../pattern.ts";

export type Node = Readonly<Record<string, unknown>>;

/** An operation of the document, and the place of each of its parts. */
export interface Described {
	readonly method: string;
	readonly template: string;
	readonly at: string;
	readonly node: Node;
}

export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** The next step of a JSON Pointer (RFC 6901), as it stands in a URI fragment. */
export const below = (pointer: string, name: string): string =>
	`${pointer}/${encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))}`;

/** The node at a pointer, and where it really stands: references are followed. */
export function nodeAt(document: Node, pointer: string): { readonly node: Node; readonly at: string } {
	let node: unknown = document;
	for (const step of pointer.replace(/^#\/?/, "").split("/").filter(Boolean)) {
		const name = decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
		node = isObject(node) || Array.isArray(node) ? (node as Node)[name] : undefined;
	}
	if (!isObject(node)) throw new Error(`The document has no object at ${pointer}`);
	const { $ref } = node;
	return typeof $ref === "string" ? nodeAt(document, $ref) : { node, at: pointer };
}

export function operationsOf(document: Node): readonly Described[] {
	const { node: paths, at } = nodeAt(document, "#/paths");
	return Object.keys(paths).flatMap((template) => {
		const item = nodeAt(document, below(at, template));
		return Object.keys(item.node)
			.filter((name) => methods.includes(name))
			.map((name) => {
				const operation = nodeAt(document, below(item.at, name));
				return { method: name.toUpperCase(), template, ...operation };
			});
	});
}

/** The children of an operation's list or map, each with its place: its parameters, its responses. */
export function childrenOf(document: Node, { node, at }: Pick<Described, "node" | "at">, name: string) {
	const list = node[name];
	const keys = isObject(list) || Array.isArray(list) ? Object.keys(list) : [];
	return keys.map((key) => ({ key, ...nodeAt(document, below(below(at, name), key)) }));
}
