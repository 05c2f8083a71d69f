/**
 * The publisher's document → `openapi/upstream.yaml`: sliced, in normal form, named by position, in stable
 * order, and without the words that the overlay replaces. Words of the publisher that the overlay has none
 * for stay: what an update adds shall not come to callers undescribed.
 */
import type { JsonObject } from "../document/json.ts";
import { asDocument, asJson, type Document, operationsOf } from "../document/openapi.ts";
import { orderedDocument } from "../document/order.ts";
import { type Action, applyOverlay } from "../document/overlay.ts";
import { operationKey } from "../document/paths.ts";
import { mapWords, placesOfWords } from "../document/words.ts";
import { nameByPosition } from "./name.ts";
import { type NamesInUse, namesInUse } from "./names-in-use.ts";
import { knownNames, refuseSameNames } from "./operation-id.ts";
import { keepPathNames } from "./path-names.ts";
import { sliceOf } from "./slice.ts";

/** `before` is the document of the last update: its operations keep their names, and so do parameters and objects. */
export function upstreamOf(published: JsonObject, actions: readonly Action[], before?: Document): Document {
	// An update that matches nothing is for `generate` to refuse, which looks at the same two documents.
	const overlaid = (document: Document): Document =>
		asDocument(applyOverlay(asJson(document), actions, () => {}));

	const names = knownNames(before);
	const inUse = namesInUse(before, actions);
	// The overlay may give an operation another `operationId`: its schemas shall be named after that one.
	const first = overlaid(namedSlice(published, names, inUse, before));
	refuseSameNames(first);
	const chosen = operationsOf(first).map(({ method, path, operation }): [string, string] => [
		operationKey(method, path),
		operation.operationId,
	]);
	const worded = namedSlice(published, { ...names, ...Object.fromEntries(chosen) }, inUse, before);
	const ours = placesOfWords(overlaid(mapWords(worded, () => undefined)));
	return mapWords(worded, (text, place) => (ours.has(place) ? undefined : text));
}

function namedSlice(
	published: JsonObject,
	names: Readonly<Record<string, string>>,
	inUse: NamesInUse,
	before: Document | undefined,
): Document {
	const slice = sliceOf(published, names);
	const { paths, schemas } = nameByPosition({ ...slice, paths: keepPathNames(slice.paths, before) }, inUse);
	const { servers, security, securitySchemes } = slice;
	const schemes = Object.keys(securitySchemes).length > 0 && { securitySchemes };
	return orderedDocument({
		openapi: "3.1.0",
		// The publisher's title and version are of the whole document, and move with every part of it.
		info: { title: "Identities", version: "2" },
		...(servers.length > 0 && { servers }),
		...(security && { security }),
		paths,
		components: { ...schemes, schemas },
	});
}

/** What `openapi/upstream.yaml` begins with. */
export const upstreamComment = [
	"What orq.ai publishes for /v2/identities, in normal form: every `$ref` in its place, named by position.",
	"Written by `pnpm spec:update <file or URL>`. Do not edit: what we know better stands in overlay.yaml.",
];
