/**
 * Lays out the Effect package's own tests beside what is installed, so that they try the packed package: where they
 * lie in the repository, with its README and its examples, but without its sources.
 */
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const name = "@orq/identities-effect";
const entries = { index: name, "http-client": `${name}/http-client`, schema: `${name}/schema` };

/** These look at the sources themselves, or at what no entry exports. */
const aboutSources = ["dates.test.ts", "import.test.ts", "read-config.test.ts", "stability.test.ts"];

const asTheyAre = [
	"tsconfig.base.json",
	"packages/effect/tsconfig.json",
	"packages/effect/README.md",
	"examples/tsconfig.json",
	"examples/src/readme.test.ts",
	"examples/src/demo.ts",
	"examples/src/demo",
	"examples/src/effect",
];

/** Copies the tests from the repository `root` into `site`; gives their names, or says which one can't be taken along. */
export function layOutTests(root: string, site: string): readonly string[] {
	const folder = "packages/effect/src";
	const from = join(root, folder);
	const files = globSync(["*.test.ts", "test/*.ts"], { cwd: from }).sort();
	const tests = files.filter((file) => !aboutSources.includes(file));
	for (const file of tests) {
		const text = packedImports(readFileSync(join(from, file), "utf8"));
		const inner = text.match(/"\.{1,2}\/(?!test\/)[^"]*\.ts"/g);
		if (inner) {
			throw new Error(
				`${folder}/${file} takes ${inner.join(", ")} from the sources. Import from an entry (${Object.keys(entries).join(", ")}), or name the test in \`aboutSources\`.`,
			);
		}
		write(join(site, folder, file), text);
	}
	for (const file of asTheyAre) cpSync(join(root, file), join(site, file), { recursive: true });
	return tests.map((file) => basename(file)).filter((file) => file.endsWith(".test.ts"));
}

/** An entry's source becomes what users import. */
const packedImports = (text: string): string =>
	text.replace(
		/"\.{1,2}\/(index|http-client|schema)\.ts"/g,
		(_, entry: keyof typeof entries) => `"${entries[entry]}"`,
	);

function write(file: string, text: string): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}
