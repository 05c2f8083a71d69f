/**
 * What the entries import of Effect is what Effect calls stable, so that the peer range `^4.1.0` is honest. The tags are
 * read from Effect's own sources. Only `./http-client` may import more.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@effect/vitest";

const folder = dirname(fileURLToPath(import.meta.url));
const effect = join(dirname(createRequire(import.meta.url).resolve("effect/package.json")), "src");

const { imports }: { readonly imports: Readonly<Record<string, string>> } = JSON.parse(
	readFileSync(join(folder, "../package.json"), "utf8"),
);

/** The sources that an entry is made of, also those that it loads later. */
function sourcesOf(entry: string, seen = new Map<string, string>()): ReadonlyMap<string, string> {
	const text = readFileSync(entry, "utf8");
	seen.set(entry, text);
	for (const [, path = ""] of text.matchAll(/\b(?:from |import\()"([.#][^"]+)"/g)) {
		const next = path.startsWith("#")
			? join(folder, "..", imports[path] ?? path)
			: join(dirname(entry), path);
		if (!seen.has(next)) sourcesOf(next, seen);
	}
	return seen;
}

/** The exports of Effect that a source names: `Effect.map` as `["Effect", "map"]`. */
function usesOf(source: string): [module: string, member: string][] {
	const code = source.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/^\s*\/\/.*$/gm, "");
	return [...code.matchAll(/import (?:type )?\* as (\w+) from "effect\/([^"]+)"/g)].flatMap(
		([, name = "", module = ""]) =>
			[...code.matchAll(new RegExp(`(?<![.\\w])${name}\\.(\\w+)`, "g"))].map(
				([, member = ""]): [string, string] => [module, member],
			),
	);
}

/** How stable an export of Effect is, by its own word. */
function stabilityOf(module: string, member: string): string {
	const source = readFileSync(join(effect, `${module}.ts`), "utf8");
	const declared = `export (?:declare )?(?:const|function|class|abstract class|interface|type|namespace) ${member}\\b`;
	const renamed = `\\w+ as ${member}\\b`;
	// The comment right before the declaration: no other one ends in between.
	const found = new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*(?:${declared}|${renamed})`).exec(source);
	return /@stability (\w+)/.exec(found?.[1] ?? "")?.[1] ?? "unknown";
}

const importsOf = (source: string): string[] =>
	[...source.matchAll(/\bfrom "(effect[^"]*)"/g)].map(([, from = ""]) => from);

describe.each(["index", "schema"])("the entry %s", (entry) => {
	const sources = sourcesOf(join(folder, `${entry}.ts`));
	const uses = [...sources.values()].flatMap(usesOf);

	it("names only what is stable", () => {
		const all = [...new Set(uses.map((use) => use.join(".")))].sort();
		const others = all.filter((use) => {
			const [module = "", member = ""] = use.split(".");
			return stabilityOf(module, member) !== "stable";
		});
		expect(others).toEqual([]);
		expect(all.length).toBeGreaterThan(20);
	});

	it("imports each module as a namespace, and never the barrel, which bundlers can't prune", () => {
		for (const [path, source] of sources) {
			const namespaces = [...source.matchAll(/^import (?:type )?\* as \w+ from "(effect\/[^"]+)";$/gm)];
			expect(importsOf(source), path).toEqual(namespaces.map(([, from]) => from));
		}
	});
});

it("the check sees what is not stable", () => {
	const sources = sourcesOf(join(folder, "http-client.ts"));
	const members = [...sources.values()].flatMap(usesOf).filter(([module]) => module === "http/HttpClient");
	expect(members.length).toBeGreaterThan(0);
	expect(new Set(members.map((use) => stabilityOf(...use)))).toEqual(new Set(["unstable"]));
});

it("the check reads what an entry loads later, too", () => {
	const paths = [...sourcesOf(join(folder, "index.ts")).keys()];
	expect(paths.map((path) => path.slice(folder.length + 1))).toContain("read-config.ts");
});
