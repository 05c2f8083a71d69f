/** Our packages as users get them: packed into tarballs, and unpacked into a `node_modules`. */
import { spawnSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

export interface Packed {
	readonly name: string;
	readonly tarball: string;
}

interface Manifest {
	readonly name: string;
	readonly version: string;
	readonly publishConfig?: {
		readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
	};
}

/** Packs every package of the repository that is built. */
export function packAll(root: string, into: string): Packed[] {
	mkdirSync(into, { recursive: true });
	return globSync(join(root, "packages/*/package.json"))
		.sort()
		.flatMap((path) => {
			const manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
			return isBuilt(dirname(path), manifest) ? [pack(dirname(path), manifest, into)] : [];
		});
}

function isBuilt(folder: string, { publishConfig }: Manifest): boolean {
	const targets = Object.values(publishConfig?.exports ?? {}).flatMap((target) =>
		typeof target === "string" ? [target] : Object.values(target),
	);
	return targets.every((target) => existsSync(join(folder, target)));
}

function pack(folder: string, { name, version }: Manifest, into: string): Packed {
	pnpm(["pack", "--pack-destination", into], folder);
	return { name, tarball: join(into, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`) };
}

/** The pnpm that runs us, which is a program and no script, else the one of npx. */
export function pnpm(args: readonly string[], cwd: string): void {
	const running = process.env["npm_execpath"];
	if (running?.endsWith("pnpm")) run(running, args, cwd);
	else run("npx", ["--yes", "pnpm@12", ...args], cwd);
}

/** Puts a package where an install would; gives its folder. */
export function unpack({ name, tarball }: Packed, nodeModules: string): string {
	const folder = join(nodeModules, name);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	run("tar", ["-xzf", tarball, "-C", folder, "--strip-components=1"], nodeModules);
	return folder;
}

function run(command: string, args: readonly string[], cwd: string): void {
	const { status, stderr, stdout, error } = spawnSync(command, args, { cwd, encoding: "utf8" });
	if (status !== 0) {
		throw new Error(`${[command, ...args].join(" ")} in ${cwd}:\n${error?.message ?? stderr + stdout}`);
	}
}

/** How much lies in a folder, but for its own `node_modules`. */
export function filesIn(folder: string): { readonly files: number; readonly bytes: number } {
	const paths = globSync("**/*", { cwd: folder, exclude: (path) => path === "node_modules" });
	const sizes = paths.map((path) => statSync(join(folder, path))).filter((entry) => entry.isFile());
	return { files: sizes.length, bytes: sizes.reduce((sum, { size }) => sum + size, 0) };
}
