/** The page's files: what lies in `page/`, and its TypeScript as one script. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const folder = join(import.meta.dirname, "../page");

export interface PageFile {
	readonly type: string;
	readonly body: string;
}

/** By path. */
export async function pageFiles(): Promise<ReadonlyMap<string, PageFile>> {
	const [html, css, icon, script] = await Promise.all([
		read("index.html"),
		read("style.css"),
		read("icon.svg"),
		bundled("main.ts"),
	]);
	return new Map([
		["/", { type: "text/html; charset=utf-8", body: html }],
		["/style.css", { type: "text/css; charset=utf-8", body: css }],
		["/icon.svg", { type: "image/svg+xml", body: icon }],
		["/main.js", { type: "text/javascript; charset=utf-8", body: script }],
	]);
}

const read = (name: string): Promise<string> => readFile(join(folder, name), "utf8");

async function bundled(entry: string): Promise<string> {
	const { outputFiles } = await build({
		entryPoints: [join(folder, entry)],
		bundle: true,
		minify: true,
		format: "esm",
		target: "es2022",
		write: false,
	});
	return outputFiles[0]?.text ?? "";
}
