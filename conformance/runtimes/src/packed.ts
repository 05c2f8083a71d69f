/**
 * The packages as users get them: built, packed, and installed from their tarballs; and the programs that use them.
 * What can resolve packages by itself does so; a worker and a page get bundles.
 */
import { execFileSync } from "node:child_process";
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build } from "esbuild";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const programs = fileURLToPath(new URL("../programs", import.meta.url));

/** Where the packages are installed and the programs lie. */
export const packed = fileURLToPath(new URL("../dist/packed", import.meta.url));
export const commandFile = join(packed, "command.js");
export const workerFile = join(packed, "worker.js");
export const pageFile = join(packed, "page.js");
/** The page loads this one as it is. */
export const browserPackageFile = join(packed, "node_modules/@orq/identities-browser/dist/index.js");

export async function makePacked(): Promise<void> {
	run(join(root, "node_modules/.bin/turbo"), [
		"run",
		"build",
		"--filter=./packages/*",
		"--output-logs=errors-only",
	]);
	rmSync(packed, { recursive: true, force: true });
	mkdirSync(packed, { recursive: true });
	install(globSync(join(root, "packages/*/package.json")).map(pack));
	const options: BuildOptions = {
		outdir: packed,
		bundle: true,
		format: "esm",
		target: "es2022",
		// What the programs import is found where the packages are installed, not where the programs are written.
		plugins: [
			{
				name: "packed",
				setup: ({ onResolve, resolve }) => {
					onResolve({ filter: /^(@orq\/|effect)/ }, ({ path, kind, pluginData }) =>
						pluginData === "resolved"
							? undefined
							: resolve(path, { kind, resolveDir: packed, pluginData: "resolved" }),
					);
				},
			},
		],
	};
	await build({ ...options, plugins: [], packages: "external", entryPoints: [join(programs, "command.ts")] });
	await build({ ...options, entryPoints: [join(programs, "worker.ts")] });
	await build({
		...options,
		external: ["@orq/identities-browser"],
		plugins: options.plugins ?? [],
		entryPoints: [join(programs, "page.ts")],
	});
}

interface Packed {
	readonly name: string;
	readonly tarball: string;
}

function pack(manifest: string): Packed {
	const { name, version } = JSON.parse(readFileSync(manifest, "utf8")) as Record<"name" | "version", string>;
	pnpm(dirname(manifest), "pack", "--pack-destination", packed);
	return { name, tarball: `file:./${name.replace("@", "").replace("/", "-")}-${version}.tgz` };
}

/** Overrides, since the packages want each other by version, and these versions are nowhere else. */
function install(tarballs: readonly Packed[]): void {
	const files = Object.fromEntries(tarballs.map(({ name, tarball }) => [name, tarball]));
	const own = JSON.parse(readFileSync(join(root, "packages/effect/package.json"), "utf8"));
	const manifest = {
		private: true,
		type: "module",
		dependencies: { ...files, effect: own.devDependencies.effect },
	};
	writeFileSync(join(packed, "package.json"), JSON.stringify(manifest));
	// JSON is YAML.
	writeFileSync(
		join(packed, "pnpm-workspace.yaml"),
		JSON.stringify({ packages: [], pmOnFail: "ignore", overrides: files }),
	);
	pnpm(packed, "install", "--prefer-offline", "--ignore-scripts");
}

/** pnpm is on the path of its own scripts. */
function pnpm(folder: string, ...args: readonly string[]): void {
	const isHere = (process.env["PATH"] ?? "")
		.split(delimiter)
		.some((at) => globSync(join(at, "pnpm")).length > 0);
	const [command, ...before] = isHere ? ["pnpm"] : ["npx", "--yes", "pnpm@12"];
	run(command ?? "", [...before, ...args], folder);
}

/** Says something only where it fails. */
function run(command: string, args: readonly string[], cwd = root): void {
	try {
		execFileSync(command, args, { cwd, encoding: "utf8", stdio: "pipe" });
	} catch (thrown) {
		const { stdout = "", stderr = "" } = thrown as { readonly stdout?: string; readonly stderr?: string };
		throw new Error(`${command} ${args.join(" ")} failed:\n${stdout}${stderr}`);
	}
}
