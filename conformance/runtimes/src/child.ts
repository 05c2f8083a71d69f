/** A child process that says something only where it fails, and that ends with the signal. */
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

export interface Child {
	readonly process: ChildProcess;
	/** Resolves where it ends well, rejects with all that it has said otherwise. */
	readonly ended: Promise<void>;
}

export function child(
	command: string,
	args: readonly string[],
	signal: AbortSignal,
	more: SpawnOptions = {},
): Child {
	const process = spawn(command, args, {
		stdio: ["ignore", "pipe", "pipe"],
		...more,
		signal,
		killSignal: "SIGKILL",
	});
	let said = "";
	for (const stream of [process.stdout, process.stderr]) {
		stream?.setEncoding("utf8").on("data", (text: string) => {
			said += text;
		});
	}
	const ended = new Promise<void>((resolve, reject) => {
		const fail = (why: string) => reject(new Error(`${why}\n${said.slice(-4000)}`.trim()));
		process.on("error", (error) => fail(String(error)));
		process.on("close", (code, killedBy) =>
			code === 0 ? resolve() : fail(`ended with ${code ?? killedBy}`),
		);
	});
	ended.catch(() => {}); // whoever waits for it is told
	return { process, ended };
}
