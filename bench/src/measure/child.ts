/** Fresh processes: what they say, how long they take. One at a time. */
import { spawn, spawnSync } from "node:child_process";
import { bench } from "../places.ts";

export interface Finished {
	/** From its start to its end. */
	readonly ms: number;
	readonly stdout: string;
}

/** Runs a program to its end. Throws what it says where it ends with another status than these. */
export function runToEnd(
	command: string,
	args: readonly string[],
	{ cwd = bench, accept = [0] }: { readonly cwd?: string; readonly accept?: readonly number[] } = {},
): Finished {
	const begun = performance.now();
	const { status, signal, stdout, stderr, error } = spawnSync(command, args, {
		cwd,
		encoding: "utf8",
		env: childEnvironment,
		maxBuffer: 64 * 1024 * 1024,
	});
	const ms = performance.now() - begun;
	if (status === null || !accept.includes(status)) {
		const said = [error?.message, stdout, stderr].filter(Boolean).join("\n");
		throw new Error(`${[command, ...args].join(" ")}\nended with ${status ?? signal}:\n${said}`);
	}
	return { ms, stdout };
}

/** Runs a program of ours with one argument, JSON, and reads the JSON that it prints. */
export function ask<Answer>(
	script: string,
	question: unknown,
	nodeArgs: readonly string[] = [],
): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const args = [...nodeArgs, "--no-warnings", script, JSON.stringify(question)];
		const child = spawn(process.execPath, args, {
			cwd: bench,
			env: childEnvironment,
			stdio: ["ignore", "pipe", "inherit"],
		});
		let said = "";
		child.stdout.setEncoding("utf8").on("data", (text: string) => {
			said += text;
		});
		child.once("error", reject);
		child.once("close", (code) => {
			if (code === 0) resolve(JSON.parse(said) as Answer);
			else reject(new Error(`${script} ended with ${code}: ${JSON.stringify(question)}`));
		});
	});
}

/** Nothing of the caller's settings for Node, and none of a key that a client would read. */
const childEnvironment: NodeJS.ProcessEnv = (() => {
	const { NODE_OPTIONS, NODE_COMPILE_CACHE, ORQ_API_KEY, ORQ_BASE_URL, ...rest } = process.env;
	return rest;
})();
