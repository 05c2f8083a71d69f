import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const source = dirname(fileURLToPath(import.meta.url));

/** Every file that an entry imports, itself included. */
function reached(file: string, seen = new Set<string>()): Set<string> {
	if (seen.has(file)) return seen;
	seen.add(file);
	for (const [, path = ""] of readFileSync(file, "utf8").matchAll(/from "(\.[^"]+)"/g)) {
		reached(join(dirname(file), path), seen);
	}
	return seen;
}

test("the main entry stands on Web APIs alone", () => {
	const files = [...reached(join(source, "index.ts"))];
	expect(files).toContain(join(source, "doors/web.ts"));
	for (const file of files) {
		const code = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
		expect(code, file).not.toMatch(/"node:|\bprocess\b|\bBuffer\b|\bsetImmediate\b/);
	}
});
