import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../repository.ts";
import { takenNames } from "./taken-names.ts";

test.each(["core", "client", "effect", "browser"])("each name that %s exports by hand is taken", (folder) => {
	const text = readFileSync(join(root, "packages", folder, "src/index.ts"), "utf8");
	const lists = [...text.matchAll(/export (?:type )?\{([^}]*)\}/g)].map(([, list = ""]) => list);
	const names = lists.flatMap((list) => list.match(/\b\p{Lu}\w*/gu) ?? []);
	expect(names.length).toBeGreaterThan(5);
	expect(names.filter((name) => !takenNames.has(name))).toEqual([]);
});
