/**
 * Finds the operations of a request's path: what a server, a proxy or a bare `fetch` needs that sees
 * only a URL. The reverse of writing a request.
 */
import { operations } from "../generated/operations.ts";
import type { Operation } from "./operation.ts";

export interface Route {
	/** The operations that live at this path, one for each HTTP method. */
	readonly operations: readonly Operation[];
	/** The path's parameters, decoded. */
	readonly params: Readonly<Record<string, string>>;
}

/** Undefined where no operation lives at this path, or a segment's percent-encoding is broken. */
export function matchPath(
	pathname: string,
	all: readonly Operation[] = Object.values(operations),
): Route | undefined {
	const segments = pathname.split("/");
	// A literal segment is the better match: `/v2/identities/merge` before `/v2/identities/{id}`.
	const matches = all
		.flatMap((operation) => {
			const params = paramsOf(operation.path.split("/"), segments);
			return params === undefined ? [] : [{ operation, params }];
		})
		.sort((one, other) => one.operation.params.length - other.operation.params.length);
	const best = matches[0];
	if (best === undefined) return undefined;
	return {
		operations: matches.flatMap(({ operation }) =>
			operation.path === best.operation.path ? [operation] : [],
		),
		params: best.params,
	};
}

function paramsOf(
	template: readonly string[],
	segments: readonly string[],
): Record<string, string> | undefined {
	if (template.length !== segments.length) return undefined;
	const params: Record<string, string> = {};
	for (const [index, part] of template.entries()) {
		const segment = segments[index] ?? "";
		const name = /^\{(.+)\}$/.exec(part)?.[1];
		if (name === undefined) {
			if (part !== segment) return undefined;
			continue;
		}
		if (segment === "") return undefined;
		try {
			params[name] = decodeURIComponent(segment);
		} catch {
			return undefined;
		}
	}
	return params;
}
