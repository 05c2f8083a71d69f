/** A scenario finds over HTTP what it finds in this process, and its results come back. */
import { expect, onTestFinished, test } from "vitest";
import { clientAdapter } from "./adapters/client.ts";
import { allCapabilities } from "./capability.ts";
import { serveControl } from "./control.ts";
import { nodeHost } from "./node-host.ts";
import { remoteHost, report } from "./remote.ts";
import type { Outcome } from "./report/outcome.ts";
import { runScenario } from "./runner.ts";
import { anna } from "./scenarios/people.ts";

async function control() {
	const heard: Outcome[] = [];
	const { url, close } = await serveControl(nodeHost, (outcome) => heard.push(outcome));
	onTestFinished(close);
	return { url, heard };
}

test("a scenario runs against a host behind HTTP, and sees what arrived there", async () => {
	const { url } = await control();
	const environment = { adapter: clientAdapter, host: remoteHost(url), capabilities: allCapabilities };
	const scenario = {
		name: "made up",
		server: { identities: [anna] },
		steps: [{ call: "retrieve", args: ["anna@1"], sees: { value: { external_id: "anna@1" } } }],
	} as const;
	expect(await runScenario({ ...scenario, arrive: ["retrieve"] }, environment)).toEqual([]);
	expect(await runScenario({ ...scenario, arrive: [] }, environment)).toEqual([
		"requests: [] expected, [retrieve] arrived",
	]);
});

test("a page of another origin may call the API, with a key", async () => {
	const { url } = await control();
	const place = await remoteHost(url).open({ identities: [anna] });
	const preflight = await fetch(`${place.baseUrl}/v2/identities`, {
		method: "OPTIONS",
		headers: {
			origin: "http://127.0.0.1:1",
			"access-control-request-method": "GET",
			"access-control-request-headers": "authorization",
		},
	});
	expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
	expect(preflight.headers.get("access-control-allow-headers")).toBe("authorization");
	expect(await place.close()).toEqual({ requests: [], elsewhere: [], violations: [] });
});

test("a client without a key is known by its session, and an API that knows none wants a key", async () => {
	const { url } = await control();
	const statusOf = async (session: boolean) => {
		const place = await remoteHost(url).open(session ? { session } : {});
		const { status } = await fetch(`${place.baseUrl}/v2/identities`);
		await place.close();
		return status;
	};
	expect(await statusOf(true)).toBe(200);
	expect(await statusOf(false)).toBe(401);
});

test("what is reported is heard; what is no such place is an error", async () => {
	const { url, heard } = await control();
	const outcome = { runtime: "Node", client: "made up", scenario: "it is", problems: ["no"] };
	await report(url, outcome);
	expect(heard).toEqual([outcome]);
	await expect(report(`${url}/nowhere`, outcome)).rejects.toThrow("nothing at /nowhere/report");
});
