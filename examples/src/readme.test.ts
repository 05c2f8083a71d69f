/**
 * Compiles and runs the code in the READMEs: each block marked `ts` is a module that a user could paste.
 * `ORQ_BASE_URL` leads to an API in memory that holds `user_1` and some more. A line's `// => value` is asserted:
 * what the line prints must be that value.
 */
import { execFile } from "node:child_process";
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createIdentitiesServer, seedIdentities } from "@orq/identities-testing";
import { serve } from "@orq/identities-testing/node";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, "examples/.readme");
const run = promisify(execFile);

interface Block {
	readonly name: string;
	readonly file: string;
	readonly code: string;
}

/** The blocks of a README, each under the line it starts at, so that a failure says where to look. */
function blocksOf(readme: string): Block[] {
	const text = readFileSync(readme, "utf8");
	const place = relative(root, readme);
	return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(({ 1: code = "", index }) => {
		const line = text.slice(0, index).split("\n").length + 1;
		return {
			name: `${place}:${line}`,
			file: join(folder, `${place.replaceAll("/", "_").replace(/\.md$/, "")}_${line}.ts`),
			code: `${code}\nexport {};\n`,
		};
	});
}

/** The values that a block's `// =>` comments promise, in order. */
const promisedBy = (code: string): string[] =>
	[...code.matchAll(/console\.log\(.*\/\/ => (.*)$/gm)].map(({ 1: value = "" }) => value.trim());

const readmes = globSync(["README.md", "openapi/README.md", "packages/*/README.md"], { cwd: root }).sort();
const blocks = readmes.flatMap((readme) => blocksOf(join(root, readme)));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { file, code } of blocks) writeFileSync(file, code);

const node = [join(root, "node_modules/.bin/node")] as const;

describe("code in the READMEs", () => {
	it("compiles", { timeout: 120_000 }, async () => {
		const tsc = join(root, "node_modules/typescript/bin/tsc");
		const compiled = run(node[0], [tsc, "-p", join(root, "examples")]).catch(
			(error: { stdout?: string }) => error,
		);
		expect((await compiled).stdout).toBe("");
	});

	it.each(blocks)("runs: $name", { timeout: 60_000 }, async ({ file, code }) => {
		const apiKey = "readme";
		const { url, close } = await serve(createIdentitiesServer({ apiKey, identities: seedIdentities(120) }));
		try {
			const { stdout } = await run(node[0], [file], {
				env: { ...process.env, ORQ_API_KEY: apiKey, ORQ_BASE_URL: url },
				timeout: 50_000,
			});
			const printed = stdout.split("\n");
			expect(promisedBy(code).filter((value) => !printed.includes(value))).toEqual([]);
		} finally {
			await close();
		}
	});

	it("is in every package's README", () => {
		const packages = globSync("packages/*", { cwd: root });
		const without = packages.filter((place) => !blocks.some(({ name }) => name.startsWith(`${place}/`)));
		expect(without).toEqual([]);
	});
});
