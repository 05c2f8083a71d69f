/** Formats sources as `biome check` wants them: one run over a folder of its own, with the repository's rules. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { biome, root } from "../repository.ts";

export function format(files: Readonly<Record<string, string>>): Record<string, string> {
	const folder = mkdtempSync(join(tmpdir(), "orq-generate-"));
	try {
		for (const [path, text] of Object.entries(files)) {
			mkdirSync(dirname(join(folder, path)), { recursive: true });
			writeFileSync(join(folder, path), text);
		}
		const flags = ["--write", "--linter-enabled=false", "--vcs-enabled=false", `--config-path=${root}`];
		const { status, stderr } = spawnSync(biome, ["check", ...flags, folder], { encoding: "utf8" });
		if (status !== 0) throw new Error(`biome can't format what was generated:\n${stderr}`);
		return Object.fromEntries(
			Object.keys(files).map((path) => [path, readFileSync(join(folder, path), "utf8")]),
		);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
