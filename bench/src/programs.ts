/** The small programs of each contender: its source, its JavaScript, and its bundle. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ContenderName } from "./contenders.ts";
import { bench, made } from "./places.ts";

/** `list` lists one page, `all` uses all five operations. */
export type ProgramKind = "list" | "all";

export const hasProgram = (kind: ProgramKind, name: ContenderName): boolean =>
	existsSync(join(bench, "src/programs", kind, `${name}.ts`));

/** As its user runs it: each import stays one. */
export const scriptOf = (kind: ProgramKind, name: ContenderName): string =>
	join(made, "programs", kind, `${name}.js`);

export const bundleOf = (kind: ProgramKind, name: ContenderName): string =>
	join(made, "bundles", kind, `${name}.js`);
