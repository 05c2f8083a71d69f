/** Reads off a request what the rule is told of it, and refuses what no rule needs to judge. */
import type { Operation, Result } from "@orq/identities-core";
import { checkId } from "@orq/identities-core/internal";
import { readBody } from "./body.ts";
import { readQuery } from "./query.ts";
import { badRequest, type Refusal } from "./refusal.ts";
import { isTricky } from "./route.ts";

/** Rejects where the request's body can't be read. */
export async function askedBy(
	request: Request,
	{ name, params, query, body }: Operation,
	path: Readonly<Record<string, string>>,
	search: URLSearchParams,
	maxBodyBytes: number,
): Promise<Result<object, Refusal>> {
	for (const param of params) {
		const value = path[param] ?? "";
		if (checkId(param, value).length > 0 || isTricky(value))
			return badRequest(`${param}: is not one that this passes on.`);
	}
	const parameters = readQuery(query, search);
	if (!parameters.ok) return parameters;
	const fields = await readBody(body, request, maxBodyBytes);
	if (!fields.ok) return fields;
	return {
		ok: true,
		data: {
			request,
			operation: name,
			...path,
			...(query.length > 0 && { query: parameters.data }),
			...(body && { body: fields.data ?? {} }),
		},
	};
}
