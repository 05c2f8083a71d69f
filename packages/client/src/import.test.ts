/** What importing the package costs and needs: nothing of a runtime's own, and no types of openapi-fetch. */
import { execFile } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const src = dirname(fileURLToPath(import.meta.url));
const root = join(src, "../../..");

describe("the package", () => {
	it("touches neither network classes nor the environment when it is imported or a client is made", async () => {
		const entry = JSON.stringify(join(src, "index.ts"));
		const code = `
			const touch = (name) => { throw new Error("touched " + name); };
			for (const name of ["Headers", "Request", "Response", "FormData"]) {
				Object.defineProperty(globalThis, name, { get: () => touch(name) });
			}
			const { process } = globalThis;
			Object.defineProperty(globalThis, "process", { get: () => touch("process"), configurable: true });
			const { IdentitiesClient } = await import(${entry});
			Object.defineProperty(globalThis, "process", { value: process });
			new IdentitiesClient({ apiKey: "key" });
			console.log("fine");
		`;
		const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", code]);
		expect(stdout.trim()).toBe("fine");
	});

	it("imports nothing of Node's and names no global of Node's", () => {
		const sources = globSync("**/*.ts", { cwd: src }).filter((name) => !/\.test\.ts$|^test\//.test(name));
		expect(sources.length).toBeGreaterThan(15);
		const bound = sources.filter((name) =>
			/from "node:|\b(Buffer|__dirname|require)\b|(?<!readonly |\{ |globalThis.)\bprocess[.[]/.test(
				readFileSync(join(src, name), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ""),
			),
		);
		expect(bound).toEqual([]);
	});
});

describe("the main entry's types", () => {
	const imports: string[] = [];

	beforeAll(async () => {
		const out = mkdtempSync(join(tmpdir(), "types-"));
		try {
			const tsc = join(root, "node_modules/typescript/bin/tsc");
			const flags = ["--noEmit", "false", "--declaration", "--emitDeclarationOnly", "--outDir", out];
			await run(process.execPath, [
				tsc,
				"-p",
				join(src, ".."),
				...flags,
				"--rootDir",
				join(root, "packages"),
			]);
			imports.push(...importsOf(join(out, "client/src/index.d.ts")));
		} finally {
			rmSync(out, { recursive: true });
		}
	}, 60_000);

	it("are all there", () => {
		expect(imports).toContain("./options.ts");
		expect(imports).toContain("@orq/identities-core");
	});

	it("do not import openapi-fetch, which would cost its users' compilers half a second", () => {
		expect(imports.filter((name) => name.includes("openapi"))).toEqual([]);
	});
});

/** Everything that a declaration file imports, by itself and by its neighbours. */
function importsOf(file: string, seen = new Set<string>()): string[] {
	if (seen.has(file)) return [];
	seen.add(file);
	const names = [...readFileSync(file, "utf8").matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(
		({ 1: name = "" }) => name,
	);
	return names.flatMap((name) =>
		name.startsWith(".")
			? [name, ...importsOf(join(dirname(file), name.replace(/\.ts$/, ".d.ts")), seen)]
			: [name],
	);
}
