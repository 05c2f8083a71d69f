/**
 * The life of identities, step by step: `pnpm demo` against the API in memory over real HTTP, or with `ORQ_API_KEY` set
 * `pnpm demo --live` against orq.ai, where it removes what it made.
 */
import { parseArgs } from "node:util";
import { InvalidInputError, isIdentitiesError } from "@orq/identities-client";
import { createIdentitiesServer } from "@orq/identities-testing";
import { serve } from "@orq/identities-testing/node";
import { effects } from "./demo/effects.ts";
import { say } from "./demo/print.ts";
import { promises } from "./demo/promises.ts";

const { values } = parseArgs({ options: { live: { type: "boolean", default: false } } });

const stop = new AbortController();
process.once("SIGINT", () => stop.abort(new Error("Interrupted.")));

try {
	await (values.live ? live() : inMemory());
} catch (error) {
	if (!stop.signal.aborted && !isIdentitiesError(error)) throw error;
	console.error(`\n${error instanceof Error ? error.message : error}`);
	process.exitCode = 1;
}

async function live(): Promise<void> {
	const apiKey = process.env["ORQ_API_KEY"];
	if (!apiKey)
		throw new InvalidInputError({ message: "--live calls orq.ai: set ORQ_API_KEY first.", issues: [] });
	const baseUrl = process.env["ORQ_BASE_URL"] ?? "https://my.orq.ai";
	say(`Calling ${baseUrl}. Everything made here is deleted again.`);
	const place = { apiKey, baseUrl, signal: stop.signal };
	await promises(place);
	await effects(place);
}

async function inMemory(): Promise<void> {
	const apiKey = "demo-key";
	const server = createIdentitiesServer({ apiKey });
	const { url, close } = await serve(server);
	say(`The API in memory listens at ${url}: real HTTP, no account needed.`);
	const stumble = () =>
		void server.fail({ operation: "retrieve", times: 1, status: 503, headers: { "retry-after": "1" } });
	try {
		const place = { apiKey, baseUrl: url, signal: stop.signal };
		await promises({ ...place, setMetrics: server.setMetrics, stumble });
		await effects(place);
		say(`${server.requests.length} requests arrived at the API.`);
	} finally {
		await close();
	}
}
