/**
 * Keeps what a path's parameters are called, since callers of `buildRequest` write these names, and the wire doesn't
 * have them. The identity's own id needs no keeping: to callers it is `id` whatever the publisher calls it.
 */
import type { Document, OperationObject, PathItem } from "../document/openapi.ts";
import { collection, operationKey, pathParameters } from "../document/paths.ts";

/** `before` is the document of the last update. */
export function keepPathNames(paths: Document["paths"], before: Document | undefined): Document["paths"] {
	const earlier = new Map(Object.keys(before?.paths ?? {}).map((path) => [operationKey("", path), path]));
	return Object.fromEntries(
		Object.entries(paths).map(([path, item]) => {
			const known = earlier.get(operationKey("", path));
			const kept = known === undefined ? new Map<string, string>() : keptNames(path, known);
			return kept.size === 0 ? [path, item] : [renamedPath(path, kept), renamedItem(item, kept)];
		}),
	);
}

/** The published name → ours, for each parameter that is called otherwise now. */
function keptNames(path: string, known: string): Map<string, string> {
	const ours = pathParameters(known);
	const idFirst = path.startsWith(`${collection}/{`);
	const renamed = pathParameters(path).flatMap((name, index): [string, string][] => {
		const own = ours[index];
		return own === undefined || own === name || (idFirst && index === 0) ? [] : [[name, own]];
	});
	return new Map(renamed);
}

const renamedPath = (path: string, kept: ReadonlyMap<string, string>): string =>
	path.replace(/\{([^}]*)\}/g, (_, name: string) => `{${kept.get(name) ?? name}}`);

function renamedItem(item: PathItem, kept: ReadonlyMap<string, string>): PathItem {
	const renamed = (operation: OperationObject): OperationObject => ({
		...operation,
		...(operation.parameters && {
			parameters: operation.parameters.map((parameter) =>
				parameter.in === "path"
					? { ...parameter, name: kept.get(parameter.name) ?? parameter.name }
					: parameter,
			),
		}),
	});
	return Object.fromEntries(Object.entries(item).map(([method, operation]) => [method, renamed(operation)]));
}
