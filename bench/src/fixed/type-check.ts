/** How hard a compiler works on a user's file: told by the compiler itself, or timed by whoever runs the command. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Project {
	/** Where the project's configuration goes; a `node_modules` must be in reach. */
	readonly folder: string;
	readonly file: string;
	readonly skipLibCheck: boolean;
}

/** Writes the configuration of a strict user without `@types/node`; gives its path. */
export function writeProject({ folder, file, skipLibCheck }: Project, name: string): string {
	const path = join(folder, `tsconfig.${name}.json`);
	const compilerOptions = {
		target: "es2022",
		lib: ["es2022", "dom", "dom.iterable"],
		module: "nodenext",
		moduleResolution: "nodenext",
		strict: true,
		noEmit: true,
		types: [],
		skipLibCheck,
	};
	writeFileSync(path, JSON.stringify({ compilerOptions, files: [file] }));
	return path;
}

/** The types that the compiler makes of generic ones: the same on every machine, and what its time goes with. */
export function instantiations(compiler: string, configuration: string): number {
	const args = [compiler, "-p", configuration, "--extendedDiagnostics"];
	const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
	const found = /^Instantiations:\s+(\d+)$/m.exec(stdout)?.[1];
	if (status !== 0 || found === undefined) throw new Error(`tsc -p ${configuration}:\n${stdout}${stderr}`);
	return Number(found);
}
