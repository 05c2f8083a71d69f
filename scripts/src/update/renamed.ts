/** Operations that the publisher calls otherwise than we do: known by method and path, they keep their names. */
import { isObject, type JsonObject } from "../document/json.ts";
import { type Document, operationsOf } from "../document/openapi.ts";
import { type Change, changeOf } from "../level/change.ts";
import { operationIdOf } from "../upstream/operation-id.ts";

export function renamedOperations({ paths }: JsonObject, upstream: Document): Change[] {
	return operationsOf(upstream).flatMap(({ path, method, operation: { operationId } }) => {
		const item = isObject(paths) ? paths[path] : undefined;
		const published = isObject(item) ? item[method] : undefined;
		const written = isObject(published) ? published["operationId"] : undefined;
		if (typeof written !== "string" || operationIdOf(method, path, written) === operationId) return [];
		const detail = `\`${written}\``;
		return [changeOf("operation renamed", operationId, { use: "answer", judge: "model", detail })];
	});
}
