/** workerd, Cloudflare's runtime: a server for each task, which is sent to it as a request. */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { child } from "./child.ts";
import { versionOf } from "./commands.ts";
import { workerFile } from "./packed.ts";
import { type Runtime, tellsText } from "./runtime.ts";

const bin = fileURLToPath(new URL("../node_modules/.bin/workerd", import.meta.url));

/** Without Node's API; the network is the loopback, which it leaves out by default. */
const configured = (compatibilityDate: string): string => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
	services = [
		(name = "main", worker = (
			modules = [(name = "worker.js", esModule = embed "worker.js")],
			compatibilityDate = "${compatibilityDate}",
		)),
		(name = "internet", network = (allow = ["local", "private", "public"])),
	],
	sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`;

const workerd = (name: string, compatibilityDate: string): Runtime => ({
	name,
	version: versionOf(fileURLToPath(new URL("../node_modules/workerd", import.meta.url))),
	about: `compatibility date ${compatibilityDate}`,
	capabilities: tellsText,
	run: async (task, signal) => {
		const folder = mkdtempSync(join(tmpdir(), "orq-identities-workerd-"));
		const done = new AbortController();
		try {
			symlinkSync(workerFile, join(folder, "worker.js"));
			writeFileSync(join(folder, "config.capnp"), configured(compatibilityDate));
			const args = ["serve", "--control-fd=3", join(folder, "config.capnp")];
			const { process, ended } = child(bin, args, AbortSignal.any([signal, done.signal]), {
				stdio: ["ignore", "pipe", "pipe", "pipe"],
			});
			const early = ended.then(() => Promise.reject(new Error("ended early")));
			const port = await Promise.race([portOf(process.stdio[3]), early]);
			const asked = fetch(`http://127.0.0.1:${port}`, { method: "POST", body: task, signal });
			const answer = await Promise.race([asked, early]);
			if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
		} finally {
			done.abort();
			rmSync(folder, { recursive: true, force: true });
		}
	},
});

/** It says on its control stream where it listens: `{"event":"listen","socket":"http","port":40123}`. */
const portOf = (control: unknown): Promise<number> =>
	new Promise((resolve) => {
		(control as NodeJS.ReadableStream).on("data", (line: Buffer) => {
			const { event, port } = JSON.parse(line.toString("utf8")) as { event: string; port: number };
			if (event === "listen") resolve(port);
		});
	});

export const workers: readonly Runtime[] = [
	workerd("workerd", "2026-11-01"),
	// `fetch` does not take `cache` there.
	workerd("workerd 2024", "2024-09-23"),
];
