/** The generated files of a working tree: which are stale, which nothing generates any more, and how they get there. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generatedFolders } from "./repository.ts";

/** Files by path; undefined is a file to take away. */
export type Files = Readonly<Record<string, string | undefined>>;

export const readText = (root: string, path: string): string | undefined =>
	existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : undefined;

/** What has to change in the tree so that it holds `files`, and in the generated folders nothing else. */
export function changesOf(root: string, files: Readonly<Record<string, string>>): Files {
	const stale = Object.entries(files).filter(([path, text]) => readText(root, path) !== text);
	const extra = leftOver(root, files).map((path) => [path, undefined]);
	return Object.fromEntries([...stale, ...extra]) as Files;
}

/** Files in the generated folders that nothing generates any more. */
const leftOver = (root: string, files: Readonly<Record<string, string>>): string[] =>
	generatedFolders
		.filter((folder) => existsSync(join(root, folder)))
		.flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
		.filter((path) => !(path in files) && !path.includes(".test"));

/** Writes all of them. Where one can't be written, those before it get back what they had. */
export function writeFiles(root: string, files: Files): void {
	const done: [path: string, before: string | undefined][] = [];
	try {
		for (const [path, text] of Object.entries(files)) {
			done.push([path, readText(root, path)]);
			put(root, path, text);
		}
	} catch (thrown) {
		for (const [path, before] of done.toReversed()) put(root, path, before);
		throw thrown;
	}
}

function put(root: string, path: string, text: string | undefined): void {
	const target = join(root, path);
	if (text === undefined) rmSync(target, { force: true });
	else {
		mkdirSync(dirname(target), { recursive: true });
		writeFileSync(target, text);
	}
}
