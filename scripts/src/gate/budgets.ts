/**
 * Holds what does not depend on the machine, of the packages as users get them: bytes in a bundle, modules loaded and
 * globals touched by an import, listeners left, what the compiler makes of our types, files and bytes of each package.
 * `node scripts/src/gate/budgets.ts` compares with budgets.json, after a build, and closes with `N passed, N failed`;
 * `--write` sets each budget to what is reached now and 3 % more.
 */
import {
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { byPackage } from "../../../bench/src/fixed/by-package.ts";
import { listenersLeft, listening } from "../../../bench/src/fixed/listeners.ts";
import { loadingOf } from "../../../bench/src/fixed/loading.ts";
import { filesIn, packAll, unpack } from "../../../bench/src/fixed/packed.ts";
import { bundling, errorPrograms, sizesOf } from "../../../bench/src/fixed/sizes.ts";
import { instantiations, writeProject } from "../../../bench/src/fixed/type-check.ts";
import { root } from "../repository.ts";

/** What was measured under a name. */
interface Reached {
	readonly figure: number;
	/** Where to look when it is too much. */
	readonly told: string;
	/** For what must not be at all: no 3 %, and no `--write`. */
	readonly never?: true;
}
type All = Record<string, Reached>;

interface Manifest {
	readonly name: string;
	readonly exports: Readonly<Record<string, unknown>>;
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly peerDependencies?: Readonly<Record<string, string>>;
}

const budgetsFile = fileURLToPath(new URL("budgets.json", import.meta.url));

/** A project with our packages as an install would bring them, and what they depend on as it lies in the workspace. */
function installInto(site: string): Manifest[] {
	const nodeModules = join(site, "node_modules");
	mkdirSync(nodeModules, { recursive: true });
	const packed = packAll(root, join(site, "tarballs"));
	const manifests = packed.map((one) => {
		const text = readFileSync(join(unpack(one, nodeModules), "package.json"), "utf8");
		return JSON.parse(text) as Manifest;
	});
	for (const { name, dependencies = {}, peerDependencies = {} } of manifests) {
		for (const needed of Object.keys({ ...dependencies, ...peerDependencies })) {
			if (manifests.some((ours) => ours.name === needed)) continue;
			const installed = join(root, "packages", name.replace(/.*identities-/, ""), "node_modules", needed);
			rmSync(join(nodeModules, needed), { force: true });
			mkdirSync(dirname(join(nodeModules, needed)), { recursive: true });
			symlinkSync(installed, join(nodeModules, needed));
		}
	}
	return manifests;
}

const specifiersOf = ({ name, exports }: Manifest): string[] =>
	Object.keys(exports)
		.filter((subpath) => !subpath.endsWith(".json"))
		.map((subpath) => name + subpath.slice(1));

function bundle(site: string, contents: string): Reached {
	const { outputFiles, metafile } = buildSync({
		...bundling,
		stdin: { contents, resolveDir: site, loader: "ts" },
		external: ["node:*"],
		write: false,
		metafile: true,
	});
	const [output] = Object.values(metafile.outputs);
	const inputs = Object.entries(output?.inputs ?? {}).map(
		([path, { bytesInOutput }]) => [path, path === "<stdin>" ? 0 : bytesInOutput] as const,
	);
	const code = outputFiles[0]?.contents ?? new Uint8Array();
	return { figure: sizesOf(code).gzip, told: `Minified bytes by package: ${byPackage(inputs)}.` };
}

/** The bench's small programs by the contender's name. */
const programs = {
	"@orq/identities-client": "client",
	"@orq/identities-browser": "browser",
	"@orq/identities-effect": "effect",
};
const programOf = (name: keyof typeof programs, kind: "all" | "list"): string =>
	join(root, "bench/src/programs", kind, `${programs[name]}.ts`);
const hasProgram = (name: string): name is keyof typeof programs => name in programs;

function bundles(site: string, manifest: Manifest): All {
	const found: All = {};
	for (const specifier of specifiersOf(manifest)) {
		found[`bundle: all of ${specifier}`] = bundle(site, `export * from "${specifier}";`);
	}
	const { name } = manifest;
	if (hasProgram(name)) {
		for (const kind of ["list", "all"] as const) {
			found[`bundle: program "${kind}" with ${name}`] = bundle(
				site,
				readFileSync(programOf(name, kind), "utf8"),
			);
		}
	}
	if (name === "@orq/identities-effect") {
		// What a user of a part of it carries besides.
		for (const part of ["stream", "layer-config", "http-client"]) {
			const program = join(root, "bench/src/programs/effect", `${part}.ts`);
			found[`bundle: program "${part}" with ${name}`] = bundle(site, readFileSync(program, "utf8"));
		}
	}
	if (name === "@orq/identities-core" || hasProgram(name)) {
		found[`bundle: twelve errors of ${name}`] = bundle(site, errorPrograms.all(name));
		found[`bundle: one error of ${name}`] = bundle(site, errorPrograms.one(name));
		found[`bundle: isIdentitiesError of ${name}`] = bundle(site, errorPrograms.guard(name));
	}
	return found;
}

function loading(site: string, specifier: string): All {
	const { modules, touched } = loadingOf(specifier, site);
	return {
		[`modules: ${specifier}`]: {
			figure: modules.length,
			told: `Files by package: ${byPackage(modules.map((url) => [url, 1]))}.`,
		},
		[`touched: ${specifier}`]: {
			figure: touched.length,
			told: `The first touch loads Node's fetch, 27 ms: ${touched.map(({ name, by }) => `${name} at ${by.replace(/.*node_modules\//, "")}`).join("; ")}.`,
			never: true,
		},
	};
}

function types(site: string, name: keyof typeof programs): Reached {
	const file = `${programs[name]}.ts`;
	copyFileSync(programOf(name, "list"), join(site, file));
	const project = writeProject({ folder: site, file, skipLibCheck: false }, programs[name]);
	const compiler = join(root, "scripts/node_modules/typescript/bin/tsc");
	const told = "The compiler makes more types of generic ones for a program that lists one page.";
	return { figure: instantiations(compiler, project), told };
}

/** Everything there is to hold, by its name. */
function measureAll(site: string): All {
	const found: All = {};
	for (const manifest of installInto(site)) {
		const { name } = manifest;
		const { files, bytes } = filesIn(join(site, "node_modules", name));
		const told = "Is something packed that users do not need?";
		Object.assign(found, {
			[`files: ${name}`]: { figure: files, told },
			[`bytes: ${name}`]: { figure: bytes, told },
		});
		Object.assign(found, bundles(site, manifest));
		for (const specifier of specifiersOf(manifest)) Object.assign(found, loading(site, specifier));
		if (hasProgram(name)) found[`instantiations: ${name}`] = types(site, name);
		if (listening.includes(name)) {
			const told = "Each call leaves a listener on its caller's signal.";
			found[`listeners: ${name}`] = { figure: listenersLeft(name, 500, site), told, never: true };
		}
	}
	return found;
}

/** What is wrong with a figure; undefined where nothing is. */
function problem(reached: Reached | undefined, budget: number | undefined): string | undefined {
	const write = "`node scripts/src/gate/budgets.ts --write` sets it anew";
	if (reached === undefined) return `is budgeted and not measured any more: ${write}.`;
	if (reached.never)
		return reached.figure > 0 ? `must be 0 and is ${reached.figure}. ${reached.told}` : undefined;
	if (budget === undefined) return `is ${reached.figure} and has no budget: ${write}.`;
	if (reached.figure <= budget) return undefined;
	return `is ${reached.figure} and may be ${budget}. ${reached.told} Where it is worth that, ${write}.`;
}

const site = mkdtempSync(join(tmpdir(), "orq-identities-budgets-"));
try {
	const reached = measureAll(site);
	if (process.argv.includes("--write")) {
		const kept = Object.entries(reached).filter(([, { never }]) => !never);
		const budgets = kept.map(([name, { figure }]) => [name, Math.floor(figure * 1.03)] as const);
		writeFileSync(budgetsFile, `${JSON.stringify(Object.fromEntries(budgets), null, "\t")}\n`);
	}
	const budgets = JSON.parse(readFileSync(budgetsFile, "utf8")) as Record<string, number>;
	const names = [...new Set([...Object.keys(reached), ...Object.keys(budgets)])];
	const problems = names.flatMap((name) => {
		const found = problem(reached[name], budgets[name]);
		return found === undefined ? [] : [`✗ ${name} ${found}`];
	});
	for (const told of problems) console.log(told);
	console.log(`${names.length - problems.length} passed, ${problems.length} failed`);
	process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
	rmSync(site, { recursive: true, force: true });
}
