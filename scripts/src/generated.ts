/** Everything that `pnpm generate` writes, in memory: upstream and overlay in, files by path out. */
import { identitiesOf } from "./document/identities.ts";
import type { JsonObject } from "./document/json.ts";
import type { Document } from "./document/openapi.ts";
import { readActions } from "./document/overlay.ts";
import { printYaml } from "./document/yaml.ts";
import { emitEffectMethods } from "./emit/effect-methods.ts";
import { emitEffectSchemas } from "./emit/effect-schemas.ts";
import { emitEffectTypes } from "./emit/effect-types.ts";
import { emitErrors } from "./emit/errors.ts";
import { format } from "./emit/format.ts";
import { emitMethods } from "./emit/methods.ts";
import { emitOperations } from "./emit/operations.ts";
import { emitPaths } from "./emit/paths.ts";
import { emitRead } from "./emit/read.ts";
import { emitRows } from "./emit/rows.ts";
import { emitTypes } from "./emit/types.ts";
import { modelOf } from "./model/build.ts";
import type { Model } from "./model/model.ts";
import { identitiesFile } from "./repository.ts";

export async function generatedFiles(
	upstream: JsonObject,
	overlay: JsonObject,
): Promise<Record<string, string>> {
	const document = identitiesOf(upstream, readActions(overlay));
	return filesOf(document, modelOf(document));
}

/** The files that follow from `openapi/identities.yaml` and its model. */
export async function filesOf(document: Document, model: Model): Promise<Record<string, string>> {
	const sources = format(await emitAll(model, document));
	const comment = [
		"Generated from openapi/upstream.yaml and openapi/overlay.yaml by `pnpm generate`. Do not edit.",
	];
	return { [identitiesFile]: printYaml(document, comment), ...sources };
}

/** The sources before they are formatted. */
export async function emitAll(model: Model, document: Document): Promise<Record<string, string>> {
	return {
		...(await emitTypes(model)),
		...emitOperations(model),
		...emitRows(model),
		...emitErrors(model),
		...emitRead(model),
		...(await emitPaths(document)),
		...emitMethods(model),
		...(await emitEffectTypes(model)),
		...emitEffectMethods(model),
		...emitEffectSchemas(model),
	};
}
