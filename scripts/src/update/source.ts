/** Fetches the publisher's document: a file or a URL, YAML or JSON. */
import { readFile } from "node:fs/promises";
import type { JsonObject } from "../document/json.ts";
import { parseYaml } from "../document/yaml.ts";
import { UpdateProblem } from "./problem.ts";

const patience = 60_000;

export async function readPublished(from: string): Promise<JsonObject> {
	const text = /^https?:\/\//.test(from) ? await download(from) : await readLocal(from);
	return parseJson(text) ?? parseYaml(text, from);
}

/** Ten times faster than YAML where it is JSON; what isn't is left to YAML, whose messages name a line. */
function parseJson(text: string): JsonObject | undefined {
	if (!text.trimStart().startsWith("{")) return undefined;
	try {
		return JSON.parse(text) as JsonObject; // It starts as an object.
	} catch {
		return undefined;
	}
}

async function readLocal(path: string): Promise<string> {
	try {
		return await readFile(path, "utf8");
	} catch (thrown) {
		throw new UpdateProblem(path, `can't be read: ${reasonOf(thrown)}`, "Give a file or a URL.");
	}
}

async function download(url: string): Promise<string> {
	const cure = "Look at the address in a browser, or save the document and give the file.";
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(patience) });
		if (response.ok) return await response.text();
		throw new UpdateProblem(url, `answers with ${response.status} ${response.statusText}`.trim(), cure);
	} catch (thrown) {
		if (thrown instanceof UpdateProblem) throw thrown;
		throw new UpdateProblem(url, `can't be reached: ${reasonOf(thrown)}`, cure);
	}
}

/** `fetch` says little itself, and what happened in its cause. */
function reasonOf(thrown: unknown): string {
	if (!(thrown instanceof Error)) return String(thrown);
	return thrown.cause instanceof Error ? thrown.cause.message || String(thrown.cause) : thrown.message;
}
