/** Node, Bun and Deno: a process for each task. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { allCapabilities } from "../../src/capability.ts";
import { child } from "./child.ts";
import { commandFile, packed } from "./packed.ts";
import { type Runtime, tellsText } from "./runtime.ts";

const here = fileURLToPath(new URL("../node_modules", import.meta.url));
const root = fileURLToPath(new URL("../../../node_modules", import.meta.url));

/** As its package tells it. */
export const versionOf = (folder: string): string =>
	(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }).version;

function command(
	facts: Pick<Runtime, "name" | "about" | "capabilities">,
	folder: string,
	bin: string,
	args: readonly string[] = [],
): Runtime {
	return {
		...facts,
		version: versionOf(folder),
		run: (task, signal) =>
			child(join(folder, bin), [...args, commandFile, task], signal, { cwd: packed, env: environment }).ended,
	};
}

/** Nothing that could be taken for a setting of the client. */
const environment = { PATH: process.env["PATH"], HOME: process.env["HOME"], NO_COLOR: "1" };

const node = (major: number, folder: string): Runtime =>
	command({ name: `Node ${major}`, capabilities: allCapabilities }, folder, "bin/node");

const deno = (name: string, about: string, ...permissions: readonly string[]): Runtime =>
	command({ name, about, capabilities: tellsText }, join(here, "deno"), "../.bin/deno", [
		"run",
		"--no-prompt",
		"--no-lock",
		"--quiet",
		...permissions,
	]);

const toNetwork = "--allow-net=127.0.0.1";

export const commands: readonly Runtime[] = [
	node(20, join(here, "node-20")),
	node(22, join(here, "node-22")),
	node(24, join(root, "node")),
	node(26, join(here, "node-26")),
	command({ name: "Bun", capabilities: allCapabilities }, join(here, "bun"), "../.bin/bun"),
	deno("Deno", "with `--allow-net --allow-env`", toNetwork, "--allow-env"),
	deno("Deno, no env", "with `--allow-net` alone: reading the environment throws", toNetwork),
];
