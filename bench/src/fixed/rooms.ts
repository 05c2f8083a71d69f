/** What the bytes of the browser module are for: how much smaller it would be without each of its rooms. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { bundling, sizesOf } from "./sizes.ts";

export interface Room {
	/** A folder of the sources: `core/failure`. */
	readonly name: string;
	/** Its own bytes, and what the module compresses to less without them. */
	readonly minified: number;
	readonly gzip: number;
}

/** Where one source begins in the bundle, in a comment that minifying leaves. */
const mark = /\/\*! room (\S+) \*\/\n?/;

/** Bundles our sources as they lie in the workspace, each with its room's name before it. */
const marked = (root: string): Plugin => ({
	name: "rooms",
	setup(build) {
		build.onResolve({ filter: /^@orq\/identities-/ }, ({ path }) => {
			const [, name, entry = "index"] = /identities-(\w+)(?:\/(\w+))?$/.exec(path) ?? [];
			return { path: join(root, `packages/${name}/src/${entry}.ts`), sideEffects: false };
		});
		build.onLoad({ filter: /\/packages\/\w+\/src\/.*\.ts$/ }, ({ path }) => ({
			contents: `/*! room ${roomOf(path)} */\n${readFileSync(path, "utf8")}`,
			loader: "ts",
		}));
	},
});

/** The package, and the folder where it has folders. */
function roomOf(path: string): string {
	const [, name, inside = ""] = /packages\/(\w+)\/src\/(.*)$/.exec(path) ?? [];
	const folder = inside.includes("/") ? inside.slice(0, inside.indexOf("/")) : "src";
	return `${name}/${folder}`;
}

const gzipOf = (code: string): number => sizesOf(Buffer.from(code)).gzip;

/** The rooms of the browser module, the largest first. */
export async function roomsOf(root: string): Promise<readonly Room[]> {
	const { outputFiles } = await build({
		...bundling,
		stdin: { contents: 'export * from "@orq/identities-browser";', resolveDir: root },
		legalComments: "inline",
		plugins: [marked(root)],
		write: false,
	});
	// A mark, the code behind it, a mark, …
	const parts = (outputFiles[0]?.text ?? "").split(mark);
	const code = parts.filter((_, index) => index % 2 === 0);
	const names = ["", ...parts.filter((_, index) => index % 2 === 1)];
	const whole = code.join("");
	const rooms = [...new Set(names.slice(1))].map((name): Room => {
		const rest = code.filter((_, index) => names[index] !== name).join("");
		return { name, minified: whole.length - rest.length, gzip: gzipOf(whole) - gzipOf(rest) };
	});
	return rooms.filter(({ minified }) => minified > 0).sort((one, other) => other.gzip - one.gzip);
}
