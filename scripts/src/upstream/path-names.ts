/**
 * Keeps what a path's parameters are called, since callers write these names, of `buildRequest` and in the paths of
 * `pathsClient`, and the wire doesn't have them.
 */
import { pointer } from "../document/json.ts";
import type { Body, Document, OperationObject, PathItem, Schema } from "../document/openapi.ts";
import { operationKey, pathParameters } from "../document/paths.ts";
import { DocumentProblem } from "../document/problem.ts";

/** `before` is the document of the last update. Paths that differ in such names alone are one path. */
export function keepPathNames(paths: Document["paths"], before: Document | undefined): Document["paths"] {
	const known = new Map(Object.keys(before?.paths ?? {}).map((path) => [operationKey("", path), path]));
	const items: Record<string, PathItem> = {};
	for (const path of Object.keys(paths).sort()) {
		const key = operationKey("", path);
		const ours = known.get(key) ?? path;
		known.set(key, ours);
		const item = renamedItem(paths[path] ?? {}, keptNames(path, ours), path);
		refuseTwins(items[ours] ?? {}, item, path, ours);
		items[ours] = { ...items[ours], ...item };
	}
	return items;
}

function refuseTwins(first: PathItem, second: PathItem, path: string, ours: string): void {
	const twin = Object.keys(second).find((method) => method in first);
	if (twin === undefined) return;
	const problem = `differs from ${twin.toUpperCase()} ${ours} only in what its parameters are called`;
	throw new DocumentProblem(pointer("paths", path, twin), problem, "The publisher has to choose one.");
}

/** The published name → ours, for each parameter that is called otherwise now. */
function keptNames(path: string, known: string): Map<string, string> {
	const ours = pathParameters(known);
	const renamed = pathParameters(path).flatMap((name, index): [string, string][] => {
		const own = ours[index];
		return own === undefined || own === name ? [] : [[name, own]];
	});
	return new Map(renamed);
}

function renamedItem(item: PathItem, kept: ReadonlyMap<string, string>, path: string): PathItem {
	const renamed = (operation: OperationObject): OperationObject => ({
		...operation,
		...(operation.parameters && {
			parameters: operation.parameters.map((parameter) =>
				parameter.in === "path"
					? { ...parameter, name: kept.get(parameter.name) ?? parameter.name }
					: parameter,
			),
		}),
		...(operation.requestBody && { requestBody: withoutNames(operation.requestBody, kept, path) }),
	});
	return Object.fromEntries(Object.entries(item).map(([method, operation]) => [method, renamed(operation)]));
}

/** A field of the body that repeats the parameter is known by its published name: under ours it would stay. */
function withoutNames({ content, ...body }: Body, kept: ReadonlyMap<string, string>, path: string): Body {
	const media = Object.entries(content).map(([type, { schema }]) => [
		type,
		schema ? { schema: withoutFields(schema, kept, path) } : {},
	]);
	return { ...body, content: Object.fromEntries(media) };
}

function withoutFields(schema: Schema, names: ReadonlyMap<string, string>, path: string): Schema {
	const { properties, required = [], ...rest } = schema;
	if (!properties) return schema;
	for (const [published, ours] of names) {
		if (!Object.hasOwn(properties, ours) || names.has(ours)) continue;
		const problem = `have a body with \`${ours}\`, which is what the path's \`${published}\` is called here`;
		throw new DocumentProblem(
			pointer("paths", path),
			problem,
			"Teach scripts/src/upstream/path-names.ts which of both it is.",
		);
	}
	const demands = required.filter((name) => !names.has(name));
	return {
		...rest,
		properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !names.has(name))),
		...(demands.length > 0 && { required: demands }),
	};
}
