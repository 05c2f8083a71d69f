/**
 * What an update would do, worked out in memory: the files that it would write, and what has changed for callers.
 * It is judged against the documents in the tree, `identities.yaml` above all: so an overlay that was changed
 * for this update counts too.
 */
import { differencesOf, type JudgedDifference, judgeDifferences } from "../document/differences.ts";
import { identitiesOf } from "../document/identities.ts";
import type { JsonObject } from "../document/json.ts";
import { asDocument, asJson, type Document } from "../document/openapi.ts";
import { type Action, readActions } from "../document/overlay.ts";
import { parseYaml, printYaml } from "../document/yaml.ts";
import { changesOf, type Files, readText } from "../generated-tree.ts";
import { byWeight, type Change } from "../level/change.ts";
import { modelChanges } from "../level/model-changes.ts";
import { newWithoutWords } from "../level/wordless.ts";
import { modelOf } from "../model/build.ts";
import { identitiesFile, overlayFile, upstreamFile } from "../repository.ts";
import { upstreamComment, upstreamOf } from "../upstream/upstream.ts";
import { codeChanges } from "./code-changes.ts";
import { refuseContradictions } from "./contradictions.ts";
import { renamedOperations } from "./renamed.ts";
import type { Times } from "./times.ts";

export interface Plan {
	/** What has to be written so that the tree follows the document. */
	readonly files: Files;
	readonly changes: readonly Change[];
	readonly differences: readonly JudgedDifference[];
	/** New names that neither the publisher nor the overlay says anything about. */
	readonly wordless: readonly string[];
}

export interface Asked {
	readonly root: string;
	readonly published: JsonObject;
	/** Take what the overlay says where the publisher newly says another thing. */
	readonly keepOurs: boolean;
	readonly times: Times;
}

export async function planOf({ root, published, keepOurs, times }: Asked): Promise<Plan> {
	const before = readBefore(root);
	const upstream = await times.measure("slice", () => upstreamOf(published, before.actions, before.upstream));
	const after = await times.measure("generate", async () => {
		const document = identitiesOf(asJson(upstream), before.actions);
		const model = modelOf(document);
		const { filesOf } = await import("../generated.ts");
		return { document, model, files: await filesOf(document, model) };
	});
	return times.measure("level", () => {
		const differences = judgeDifferences(
			differencesOf(before.upstream, before.identities),
			differencesOf(upstream, after.document),
		);
		if (!keepOurs) refuseContradictions(differences);
		const files = changesOf(root, {
			[upstreamFile]: printYaml(upstream, upstreamComment),
			...after.files,
		});
		const old = modelOf(before.identities);
		const felt = modelChanges(old, after.model);
		const changes = [...felt, ...codeChanges(files, felt), ...renamedOperations(published, upstream)];
		return { files, changes: byWeight(changes), differences, wordless: newWithoutWords(old, after.model) };
	});
}

interface Before {
	readonly upstream: Document;
	readonly identities: Document;
	readonly actions: readonly Action[];
}

function readBefore(root: string): Before {
	const read = (path: string): JsonObject => parseYaml(readText(root, path) ?? "", path);
	return {
		upstream: asDocument(read(upstreamFile)),
		identities: asDocument(read(identitiesFile)),
		actions: readActions(read(overlayFile)),
	};
}
