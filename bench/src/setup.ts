/**
 * Brings what is measured: our packages, built, packed and unpacked as users get them; hey-api's client, generated from
 * our document; the small programs as JavaScript. An install knows nothing of it, so the lockfile stays as it is.
 */
import { cpSync, existsSync, globSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { createClient } from "@hey-api/openapi-ts";
import { build } from "esbuild";
import { type ContenderName, contender, contenderNames } from "./contenders.ts";
import { packAll, pnpm, unpack } from "./fixed/packed.ts";
import { bundling } from "./fixed/sizes.ts";
import { bench, document, made, nodeModules, root, tarballs } from "./places.ts";
import { bundleOf, hasProgram, type ProgramKind, scriptOf } from "./programs.ts";

/**
 * Gives the names of the contenders that can be measured, and tells of those that can't. `asBefore` leaves packages and
 * generated clients as the last set-up has made them.
 */
export async function setUp(say: (text: string) => void, asBefore: boolean): Promise<ContenderName[]> {
	if (!asBefore) {
		bringPackages(say);
		rmSync(made, { recursive: true, force: true });
		await bringHeyApi();
	}
	await transpile("src/{programs,probes}/**/*.ts", "src", made);
	// The compilers are timed on the programs, beside the generated client that one of them imports.
	cpSync(join(bench, "src/programs"), join(made, "programs"), { recursive: true });
	const names = contenderNames.filter((name) => {
		const lacks = contender(name).installs.find((installed) => !existsSync(join(nodeModules, installed)));
		if (lacks !== undefined) say(`${name} is left out: ${lacks} is not built.`);
		return lacks === undefined;
	});
	if (asBefore) return names;
	await bundle("list", names);
	await bundle("all", names);
	return names;
}

/** A package that does not build is said, and is not there. */
function bringPackages(say: (text: string) => void): void {
	try {
		pnpm(["run", "build", "--continue"], root);
	} catch (thrown) {
		say(String(thrown));
	}
	rmSync(tarballs, { recursive: true, force: true });
	for (const stale of globSync("@orq/identities-*", { cwd: nodeModules })) {
		rmSync(join(nodeModules, stale), { recursive: true });
	}
	for (const packed of packAll(root, tarballs)) unpack(packed, nodeModules);
}

async function bringHeyApi(): Promise<void> {
	const folder = join(made, "hey-api");
	await createClient({
		input: relative(process.cwd(), document),
		output: { path: folder, importFileExtension: ".js" },
		plugins: ["@hey-api/client-fetch", "@hey-api/sdk", "@hey-api/typescript"],
		logs: { level: "silent" },
	});
	await transpile(`${relative(bench, folder)}/**/*.ts`, relative(bench, folder), folder);
}

/** File by file, so that imports stay imports: only the types go. */
const transpile = (pattern: string, base: string, into: string) =>
	build({
		entryPoints: globSync(pattern, { cwd: bench }).map((path) => join(bench, path)),
		outdir: into,
		outbase: join(bench, base),
		format: "esm",
		target: "es2022",
		logLevel: "warning",
	});

const bundle = (kind: ProgramKind, names: readonly ContenderName[]) =>
	Promise.all(
		names
			.filter((name) => hasProgram(kind, name))
			.map((name) =>
				build({ ...bundling, entryPoints: [scriptOf(kind, name)], outfile: bundleOf(kind, name) }),
			),
	);
