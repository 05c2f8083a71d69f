/**
 * What the last release promised, as it lies in each package's `api/`: its declarations as they were published,
 * which file each entry is, and, with core's, the model that all were generated from.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Model } from "../model/model.ts";

export interface Release {
	readonly version: string;
	/** Entry → its declarations, a path in `api/`: `.` → `index.d.ts`. */
	readonly entries: Readonly<Record<string, string>>;
}

export const apiFolder = (root: string, folder: string): string => join(root, "packages", folder, "api");

const releaseFile = (root: string, folder: string): string => join(apiFolder(root, folder), "release.json");
const modelFile = (root: string): string => join(apiFolder(root, "core"), "model.json");

/** Undefined for a package that was never released. */
export const readRelease = (root: string, folder: string): Release | undefined =>
	readJson(releaseFile(root, folder)) as Release | undefined; // Only `writeApi` writes it.

export const readReleasedModel = (root: string): Model | undefined =>
	readJson(modelFile(root)) as Model | undefined; // Only `writeApi` writes it.

const readJson = (path: string): unknown =>
	existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;

/** Puts a package's declarations in the place of those of the release before. */
export function writeApi(
	root: string,
	folder: string,
	release: Release,
	declarations: Readonly<Record<string, string>>,
): void {
	const target = apiFolder(root, folder);
	rmSync(target, { recursive: true, force: true });
	put(releaseFile(root, folder), json(release));
	for (const [path, text] of Object.entries(declarations)) put(join(target, path), text);
}

export const writeReleasedModel = (root: string, model: Model): void => put(modelFile(root), json(model));

const json = (value: unknown): string => `${JSON.stringify(value, undefined, "\t")}\n`;

function put(path: string, text: string): void {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
}
