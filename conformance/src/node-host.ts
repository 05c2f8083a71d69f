/** The host in Node: the API in memory on a port of the loopback, behind a recorder. */
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { createIdentitiesServer, type Exchange } from "@orq/identities-testing";
import { serve } from "@orq/identities-testing/node";
import { parse } from "yaml";
import { openToPages, withSession } from "./doors.ts";
import { type Host, type Place, serverKey } from "./host.ts";
import { recorded } from "./recorder/recorded.ts";
import { recorderOf } from "./recorder/recorder.ts";
import type { Fault, ServerSetup } from "./scenario.ts";

export const publishedRecorder = recorderOf(
	parse(readFileSync(new URL("../../openapi/identities.yaml", import.meta.url), "utf8")),
);

export const nodeHost: Host = {
	open: (setup) => (setup.unreachable ? closedPort() : openPort(setup)),
};

async function openPort({ faults = [], session, unreachable: _, ...options }: ServerSetup): Promise<Place> {
	const server = createIdentitiesServer({ ...options, apiKey: serverKey });
	const { exchange, violations } = recorded(server, publishedRecorder, {
		hasOwnShape: options.shape === undefined,
	});
	const other = createIdentitiesServer();
	const [here, elsewhere] = await Promise.all([
		serveToAll(session ? withSession(exchange) : exchange),
		serveToAll(other.exchange),
	]);
	for (const fault of faults) server.fail(placed(fault, elsewhere.url));
	return {
		baseUrl: here.url,
		close: async () => {
			await Promise.all([here.close(), elsewhere.close()]);
			return { requests: server.requests, elsewhere: other.requests, violations };
		},
	};
}

/** On fresh connections: a lost one that was used before is tried again by Bun and by browsers themselves. */
const serveToAll = (exchange: Exchange) => serve({ exchange: openToPages(exchange) }, { keepAlive: false });

/** Fills in what a scenario can't know. */
function placed(fault: Fault, elsewhere: string): Fault {
	const inTwoSeconds = new Date(Date.now() + 2000).toUTCString();
	const filled = (text: string) =>
		text.replace("{elsewhere}", elsewhere).replace("{in two seconds}", inTwoSeconds);
	const { location, headers } = fault;
	const entries = Object.entries(headers ?? {}).map(([name, text]) => [name, filled(text)]);
	return {
		...fault,
		...(location && { location: filled(location) }),
		...(headers && { headers: Object.fromEntries(entries) }),
	};
}

/** A port that was free a moment ago, and has nobody who listens. */
async function closedPort(): Promise<Place> {
	const { port, free } = await new Promise<{ port: number; free: () => void }>((resolve, reject) => {
		const socket = createServer();
		socket.once("error", reject);
		socket.listen(0, "127.0.0.1", () => {
			const address = socket.address();
			if (typeof address === "object" && address) resolve({ port: address.port, free: () => socket.close() });
		});
	});
	free();
	return {
		baseUrl: `http://127.0.0.1:${port}`,
		close: async () => ({ requests: [], elsewhere: [], violations: [] }),
	};
}
