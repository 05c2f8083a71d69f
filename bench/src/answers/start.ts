/** Starts the API in another process, and says where it is. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { basePath, type Setting } from "./api.ts";

export interface Api {
	readonly urlOf: (setting?: Partial<Setting>) => string;
	readonly stop: () => void;
}

export async function startApi(): Promise<Api> {
	const script = fileURLToPath(new URL("server.ts", import.meta.url));
	const server = spawn(process.execPath, [script], { stdio: ["pipe", "pipe", "inherit"] });
	const port = await new Promise<string>((resolve, reject) => {
		createInterface(server.stdout).once("line", resolve);
		server.once("exit", () => reject(new Error("The API's process has ended before it listened.")));
	});
	return {
		urlOf: ({ count = 5000, delayMs = 0, wrapped = false } = {}) =>
			`http://127.0.0.1:${port}${basePath({ count, delayMs, wrapped })}`,
		stop: () => server.stdin.end(),
	};
}
