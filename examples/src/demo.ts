/**
 * The life of identities, step by step: `pnpm demo` against the API in memory over real HTTP, or with `ORQ_API_KEY` set
 * `pnpm demo --live` against orq.ai, where it removes what it made.
 */
import { parseArgs } from "node:util";
import { createIdentitiesServer } from "@orq/identities-testing";
import { serve } from "@orq/identities-testing/node";
import { say } from "./demo/print.ts";
import { promises } from "./demo/promises.ts";

const { values } = parseArgs({ options: { live: { type: "boolean", default: false } } });

if (values.live) {
	const apiKey = process.env["ORQ_API_KEY"];
	if (!apiKey) {
		console.error("--live calls orq.ai: set ORQ_API_KEY to your workspace's API key first.");
		process.exit(1);
	}
	const baseUrl = process.env["ORQ_BASE_URL"] ?? "https://my.orq.ai";
	say(`Calling ${baseUrl}. Everything made here is deleted again.`);
	await promises({ apiKey, baseUrl });
} else {
	const apiKey = "demo-key";
	const server = createIdentitiesServer({ apiKey });
	const { url, close } = await serve(server);
	say(`The API in memory listens at ${url}: real HTTP, no account needed.`);
	try {
		await promises({ apiKey, baseUrl: url, setMetrics: server.setMetrics });
		say(`${server.requests.length} requests arrived at the API.`);
	} finally {
		await close();
	}
}
