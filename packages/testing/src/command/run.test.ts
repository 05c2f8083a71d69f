import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { callerOf, pageOf } from "../fixtures/caller.ts";
import { type Run, run } from "./run.ts";

async function ran(...args: string[]): Promise<{ outcome: Run; said: string; complained: string }> {
	const said: string[] = [];
	const complained: string[] = [];
	const outcome = await run(args, {
		say: (text) => void said.push(text),
		complain: (text) => void complained.push(text),
	});
	if ("running" in outcome) onTestFinished(outcome.running.close);
	return { outcome, said: said.join("\n"), complained: complained.join("\n") };
}

describe("identities-testing", () => {
	test("serves, and says where and how to use it", async () => {
		const { outcome, said } = await ran("--port", "0", "--seed", "12", "--api-key", "secret");
		const url = "running" in outcome ? outcome.running.url : "";
		expect(said).toContain(`listens at ${url} and holds 12 identities.`);
		expect(said).toContain(`export ORQ_BASE_URL=${url} ORQ_API_KEY=secret`);
		expect((await pageOf(callerOf(fetch, url, "secret"), "limit=50")).ids).toHaveLength(12);
		expect((await callerOf(fetch, url, "other")("GET", "/v2/identities")).status).toBe(401);
	});

	test("--help shows every flag and serves nothing", async () => {
		const { outcome, said } = await ran("--help");
		expect(outcome).toEqual({ exitCode: 0 });
		for (const flag of ["--port", "--host", "--api-key", "--seed"]) expect(said).toContain(flag);
	});

	test.each([
		[["--prot", "1"], "Unknown option '--prot'"],
		[["3000"], "Unexpected argument '3000'"],
		[["--port"], "Option '--port <value>' argument missing"],
		[["--port", "x"], '--port must be a whole number from 0 to 65535; received "x"'],
		[["--port", "65536"], '--port must be a whole number from 0 to 65535; received "65536"'],
		[["--seed", "-1"], "--seed"],
		[["--api-key", ""], "--api-key must not be empty"],
	])("%j is refused with exit code 2", async (args, problem) => {
		const { outcome, complained } = await ran(...args);
		expect(outcome).toEqual({ exitCode: 2 });
		expect(complained).toContain(problem);
		expect(complained).toContain("See identities-testing --help.");
	});

	test("a port that is taken is exit code 1 and says what to do", async () => {
		const { outcome } = await ran("--port", "0");
		const port = new URL("running" in outcome ? outcome.running.url : "").port;
		const second = await ran("--port", port);
		expect(second.outcome).toEqual({ exitCode: 1 });
		expect(second.complained).toBe(
			`identities-testing: can't listen on 127.0.0.1:${port}: the port is in use; give another --port, or --port 0 for any.`,
		);
	});
});

describe("the process", () => {
	const bin = fileURLToPath(new URL("../bin.ts", import.meta.url));

	test.each(["SIGINT", "SIGTERM"] as const)("ends on %s with exit code 0", async (signal) => {
		const child = spawn(process.execPath, [bin, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
		onTestFinished(() => void child.kill("SIGKILL"));
		const [greeting] = await once(child.stdout, "data");
		const url = /http:\/\/[\d.:]+/.exec(String(greeting))?.[0] ?? "";
		// A kept connection must not hold the process back.
		expect((await callerOf(fetch, url)("GET", "/v2/identities")).status).toBe(200);
		child.kill(signal);
		expect(await once(child, "exit")).toEqual([0, null]);
	});

	test("a bad flag is its exit code", async () => {
		await expect(promisify(execFile)(process.execPath, [bin, "--prot"])).rejects.toMatchObject({ code: 2 });
	});
});
