/** The documents of a year, as files: our own, or those that somebody has at hand. */
import { globSync, writeFileSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import { printYaml } from "../document/yaml.ts";
import type { Level } from "../level/level.ts";
import { dates } from "./dates.ts";

export interface Publication {
	readonly name: string;
	readonly file: string;
	/** What the update to it asks for, after the one before; where it is known. */
	readonly level?: Level;
}

/** Writes our own year into a folder. */
export const publishedYear = (work: string): Publication[] =>
	dates.map(({ name, document, level }) => {
		const file = join(work, `${name}.yaml`);
		writeFileSync(file, printYaml(document, []));
		return { name, file, level };
	});

/** Documents that are there already, in the order of their names: `2026-01-15.yaml` before `2026-03-27.yaml`. */
export const publicationsIn = (folder: string): Publication[] =>
	globSync(join(resolve(folder), "*.{yaml,yml,json}"))
		.sort()
		.map((file) => ({ name: basename(file, extname(file)), file }));
