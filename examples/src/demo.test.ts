import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { promisify } from "node:util";
import { createIdentitiesServer } from "@orq/identities-testing";
import { serve } from "@orq/identities-testing/node";
import { expect, it } from "vitest";

const demo = join(import.meta.dirname, "demo.ts");

it("the demo walks from the first create to the last delete", { timeout: 60_000 }, async () => {
	const { stdout } = await promisify(execFile)(process.execPath, [demo]);
	for (const seen of ["ConflictError", "19 identities, back at the newest", "503; trying again in 1000 ms"]) {
		expect(stdout).toContain(seen);
	}
	expect(stdout).toContain("IdentityNotFoundError: retrieve: 404");
	expect(stdout).toContain("120 identities deleted");
	expect(stdout).toContain("IdentityNotFoundError, so it is created");
	expect(stdout).toContain("4 updated");
	expect(stdout).toContain("4 deleted");
});

it("refuses --live without a key", async () => {
	const env = { ...process.env, ORQ_API_KEY: "" };
	await expect(promisify(execFile)(process.execPath, [demo, "--live"], { env })).rejects.toMatchObject({
		code: 1,
		stderr: expect.stringContaining("ORQ_API_KEY"),
	});
});

it("--live deletes what it made, also when it is interrupted", { timeout: 60_000 }, async () => {
	const server = createIdentitiesServer({ apiKey: "live" });
	server.fail({ operation: "create", delayMs: 50 });
	const { url, close } = await serve(server);
	const env = { ...process.env, ORQ_API_KEY: "live", ORQ_BASE_URL: url };
	const child = spawn(process.execPath, [demo, "--live"], { env, stdio: ["ignore", "pipe", "pipe"] });
	while (server.identities.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
	child.kill("SIGINT");
	const [exitCode] = await once(child, "exit");
	expect(exitCode).toBe(1);
	expect(server.requests.filter(({ operation }) => operation === "delete").length).toBeGreaterThan(0);
	expect(server.identities).toEqual([]);
	await close();
});
