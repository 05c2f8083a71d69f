/**
 * Revisions of the packages side by side, each as a user has installed it, with a user's programs beside it:
 * compiled against its types, run with its clients against the servers of every revision.
 */
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	realpathSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { type Outcome, run } from "../checks.ts";
import { root } from "../repository.ts";
import { membersOf } from "../workspace.ts";

const programs = join(root, "scripts/fixtures/updates");

const folderOf = (work: string, name: string): string => join(work, "revisions", name);

/** Keeps the built packages of a tree, as they would lie in a user's `node_modules`. */
export function keepRevision(tree: string, work: string, name: string): void {
	const revision = folderOf(work, name);
	for (const { folder, manifest } of membersOf(tree)) {
		if (manifest.private === true) continue;
		const target = join(revision, "node_modules", manifest.name);
		mkdirSync(target, { recursive: true });
		cpSync(join(folder, "dist"), join(target, "dist"), { recursive: true });
		const published = { ...manifest, ...manifest.publishConfig };
		writeFileSync(join(target, "package.json"), JSON.stringify(published));
		linkOthers(folder, join(revision, "node_modules"));
	}
	cpSync(programs, revision, { recursive: true });
	writeFileSync(join(revision, "package.json"), JSON.stringify({ type: "module" }));
}

/** What the packages depend on besides each other lies where the workspace has installed it. */
function linkOthers(folder: string, target: string): void {
	const source = join(folder, "node_modules");
	for (const name of existsSync(source) ? readdirSync(source) : []) {
		if (name.startsWith(".") || name.startsWith("@") || existsSync(join(target, name))) continue;
		symlinkSync(realpathSync(join(source, name)), join(target, name));
	}
}

/** Compiles the user's programs against a revision, as strictly as a user can. */
export function compileAt(work: string, name: string): Outcome {
	const revision = folderOf(work, name);
	const compilerOptions = {
		target: "es2022",
		module: "nodenext",
		strict: true,
		exactOptionalPropertyTypes: true,
		noUncheckedIndexedAccess: true,
		skipLibCheck: true,
		noEmit: true,
		types: ["node"],
		typeRoots: [join(root, "node_modules/@types")],
	};
	const files = ["promises.ts", "effects.ts", "pages.ts", "proxies.ts"];
	writeFileSync(join(revision, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
	return run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", revision]);
}

/**
 * Each revision's clients against each revision's server, in both shapes. A page may be older than its proxy, which
 * comes from the server's revision, but isn't newer: an app ships them together.
 */
export function* tryAll(
	work: string,
	names: readonly string[],
): Generator<Outcome & { readonly name: string }> {
	for (const [age, client] of names.entries()) {
		for (const [other, server] of names.entries()) {
			const folders = [client, server].map((name) => folderOf(work, name));
			const page = age <= other ? ["--page"] : [];
			const outcome = run(process.execPath, [join(folderOf(work, client), "run.ts"), ...folders, ...page]);
			yield { name: `clients of ${client}, server of ${server}: flat and wrapped`, ...outcome };
		}
	}
}
