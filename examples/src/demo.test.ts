import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const demo = join(import.meta.dirname, "demo.ts");

it("the demo walks from the first create to the last delete", { timeout: 60_000 }, async () => {
	const { stdout } = await promisify(execFile)(process.execPath, [demo]);
	for (const seen of ["ConflictError", "19 identities, back at the newest", "503; trying again in 1000 ms"]) {
		expect(stdout).toContain(seen);
	}
	expect(stdout).toContain("IdentityNotFoundError: retrieve: 404");
	expect(stdout).toContain("120 identities deleted");
});

it("refuses --live without a key", async () => {
	const env = { ...process.env, ORQ_API_KEY: "" };
	await expect(promisify(execFile)(process.execPath, [demo, "--live"], { env })).rejects.toMatchObject({
		code: 1,
		stderr: expect.stringContaining("ORQ_API_KEY"),
	});
});
