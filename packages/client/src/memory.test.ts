/** What a walk over very many identities holds in memory, beside what a loop written by hand holds. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("test/memory.ts", import.meta.url));

interface Figures {
	readonly seen: number;
	/** The most that the process ever had, in MiB. */
	readonly peak: number;
	/** What is still held at the end of the walk, in MiB. */
	readonly kept: number;
}

/** In a fresh process, since a heap that has grown does not shrink. */
async function measure(way: "client" | "loop"): Promise<Figures> {
	const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", script, way]);
	return JSON.parse(stdout) as Figures;
}

describe("iterating 100,000 identities", () => {
	it("takes at most 1.2 times the memory of a loop written by hand, and keeps no page", {
		timeout: 60_000,
	}, async () => {
		const loop = await measure("loop");
		const client = await measure("client");
		expect(client.seen).toBe(100_000);
		expect(loop.seen).toBe(100_000);
		expect(client.peak / loop.peak).toBeLessThanOrEqual(1.2);
		expect(client.kept - loop.kept).toBeLessThan(2);
	});
});
