/**
 * `pnpm spec:update <file or URL> [--dry-run] [--json] [--keep-ours]` takes what orq.ai publishes over: slices
 * it, generates, says what has changed for callers, tries it all in a copy, and writes it with a changeset.
 * Where anything fails, it says where, why and what to do, exits with 1, and the working tree is as it was.
 */
import { enableCompileCache } from "node:module";
import { parseArgs } from "node:util";
import { DocumentProblem } from "./document/problem.ts";
import { root } from "./repository.ts";
import { UpdateProblem } from "./update/problem.ts";
import { asJson, asText } from "./update/summary.ts";
import { update } from "./update/update.ts";

enableCompileCache();

const usage = "pnpm spec:update <file or URL> [--dry-run] [--json] [--keep-ours]";

function read(): { from: string; isDryRun: boolean; isJson: boolean; keepOurs: boolean } {
	try {
		const { values, positionals } = parseArgs({
			allowPositionals: true,
			options: {
				"dry-run": { type: "boolean", default: false },
				json: { type: "boolean", default: false },
				"keep-ours": { type: "boolean", default: false },
			},
		});
		const [from, ...others] = positionals;
		if (from === undefined || others.length > 0) throw new TypeError("takes one file or URL");
		return { from, isDryRun: values["dry-run"], isJson: values.json, keepOurs: values["keep-ours"] };
	} catch (thrown) {
		if (thrown instanceof TypeError)
			throw new UpdateProblem("spec:update", thrown.message, `Usage: ${usage}`);
		throw thrown;
	}
}

try {
	const { isJson, ...asked } = read();
	const outcome = await update({ root, ...asked, report: (line) => console.error(line) });
	console.log(isJson ? JSON.stringify(asJson(outcome), undefined, "\t") : asText(outcome));
} catch (thrown) {
	if (!(thrown instanceof DocumentProblem || thrown instanceof UpdateProblem)) throw thrown;
	console.error(thrown.message);
	process.exitCode = 1;
}
