/** The packages as a registry would give them: packed, and installed together into a bare project. */
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Checks, run } from "../checks.ts";

export interface Packed {
	readonly name: string;
	readonly version: string;
	readonly tarball: string;
}

const programs = fileURLToPath(new URL("../../fixtures/user", import.meta.url));

/** pnpm is on the path of its scripts; whoever runs one without it needs npm alone. */
export function pnpm(args: readonly string[], cwd: string) {
	const own = run("pnpm", ["--version"], { cwd });
	return own.ok ? run("pnpm", args, { cwd }) : run("npx", ["--yes", "pnpm@12", ...args], { cwd });
}

/** Packs every package of a built tree into the folder `work`. */
export function pack(root: string, work: string, checks: Checks): Packed[] {
	return globSync(join(root, "packages/*/package.json"))
		.sort()
		.map((manifest) => {
			const { name, version } = JSON.parse(readFileSync(manifest, "utf8")) as Omit<Packed, "tarball">;
			checks.need(`pack ${name}`, pnpm(["pack", "--pack-destination", work], dirname(manifest)));
			const file = `${name.replace("@", "").replace("/", "-")}-${version}.tgz`;
			return { name, version, tarball: join(work, file) };
		});
}

/** A project as users have them, with our programs in it; gives its folder. */
export function install(work: string, packages: readonly string[], checks: Checks): string {
	const project = join(work, "project");
	mkdirSync(project);
	cpSync(programs, project, { recursive: true });
	writeFileSync(
		join(project, "package.json"),
		JSON.stringify({ name: "user", private: true, type: "module" }),
	);
	const args = ["install", "--no-audit", "--no-fund", ...packages];
	checks.need("install together", run("npm", args, { cwd: project }));
	return project;
}
