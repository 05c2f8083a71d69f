/**
 * `pnpm api:update`: writes what the packages declare now, and their model, into `packages/<package>/api/`, as what
 * the next release is compared with. From 1.0.0 on only a release does that (`--release`, by `pnpm release:version`).
 */
import { join, relative } from "node:path";
import { publishedPackages } from "../level/packages.ts";
import { root } from "../repository.ts";
import { membersOf, publishedMembers, runEverywhere } from "../workspace.ts";
import { type Release, readRelease, writeApi, writeReleasedModel } from "./api.ts";
import { builtDeclarations } from "./declarations/closure.ts";
import { entriesOf, isInternal } from "./declarations/side.ts";
import { currentModel } from "./judgement.ts";

async function update(isRelease: boolean): Promise<string | undefined> {
	const members = publishedMembers(membersOf(root));
	const versions = new Map(members.map(({ manifest }) => [manifest.name, manifest.version ?? "0.0.0"]));
	const packages = publishedPackages(root);
	const isOut = packages.some(({ folder }) => !(readRelease(root, folder)?.version ?? "0").startsWith("0"));
	if (isOut && !isRelease) {
		return "packages/*/api: holds what the last release promised. Only `pnpm release:version` writes it now.";
	}
	const failures = await runEverywhere(root, "build", members);
	if (failures.length > 0) return failures.map(({ script, output }) => `${script}:\n${output}`).join("\n");
	const declarations = builtDeclarations(root, packages);
	for (const each of packages) {
		const entries = Object.entries(entriesOf(root, each, "built")).map(([entry, file]) => [
			entry,
			relative(join(root, "packages", each.folder, "dist"), file),
		]);
		const own = declarations[each.folder] ?? {};
		const kept = entries.filter(([entry = "", path = ""]) => !isInternal(entry) || path in own);
		const release: Release = {
			version: versions.get(each.name) ?? "0.0.0",
			entries: Object.fromEntries(kept) as Release["entries"],
		};
		writeApi(root, each.folder, release, own);
		console.log(`packages/${each.folder}/api: ${Object.keys(own).length} files`);
	}
	writeReleasedModel(root, currentModel(root));
	return undefined;
}

const refusal = await update(process.argv.includes("--release"));
if (refusal !== undefined) console.error(refusal);
process.exitCode = refusal === undefined ? 0 : 1;
