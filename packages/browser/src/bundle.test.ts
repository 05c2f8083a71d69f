import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";

/** An entry as it is published: one file, by the options of the build. */
async function bundled(entry: string, minify = false) {
	const { outputFiles, metafile } = await build({
		entryPoints: [`${import.meta.dirname}/${entry}`],
		bundle: true,
		format: "esm",
		target: "es2022",
		platform: "neutral",
		write: false,
		metafile: true,
		minify,
	});
	return { text: outputFiles[0]?.text ?? "", outputs: Object.values(metafile.outputs) };
}

/** What a page downloads of a program, in bytes: minified and gzipped. */
async function weightOf(program: string): Promise<number> {
	const stdin = { contents: program, resolveDir: import.meta.dirname };
	const { outputFiles } = await build({
		stdin,
		bundle: true,
		minify: true,
		format: "esm",
		target: "es2022",
		write: false,
	});
	return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
}

describe.each(["index.ts", "proxy.ts"])("the entry %s", (entry) => {
	test("is one file that imports nothing", async () => {
		const { outputs } = await bundled(entry);
		expect(outputs.map(({ imports }) => imports)).toEqual([[]]);
	});

	test("evaluates no text, as a strict CSP wants it", async () => {
		const { text } = await bundled(entry, true);
		expect(text).not.toMatch(/\beval\b|\bnew Function\b|\bFunction\(|set(Timeout|Interval)\("/);
	});
});

test("the page's entry reads nothing of Node", async () => {
	const { text } = await bundled("index.ts", true);
	expect(text).not.toMatch(/\bprocess\b|\bBuffer\b|\brequire\b|__dirname|node:|ORQ_API_KEY/);
});

test.each(["./index.ts", "@orq/identities-client", "@orq/identities-core"])(
	"the error classes alone of %s weigh at most 0.9 kB, minified and gzipped",
	async (from) => {
		const names = Object.keys(await import("./index.ts")).filter((name) => /Error$/.test(name));
		const weight = await weightOf(`export { ${names.join(", ")} } from "${from}"`);
		expect(weight).toBeLessThanOrEqual(900);
	},
);
