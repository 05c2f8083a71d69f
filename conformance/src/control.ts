/**
 * A host behind HTTP, for runtimes that can open no ports: `POST /open` a setup, `POST /close` a place, and
 * `POST /report` what came of a scenario. Open to pages of every origin; on the loopback only.
 */
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Host, Place } from "./host.ts";
import type { Outcome } from "./report/outcome.ts";

export interface Control {
	readonly url: string;
	close(): void;
}

export async function serveControl(host: Host, hear: (outcome: Outcome) => void): Promise<Control> {
	const places = new Map<string, Place>();
	const answers: Readonly<Record<string, (asked: never) => Promise<object>>> = {
		"/open": async (setup: Parameters<Host["open"]>[0]) => {
			const place = await host.open(setup);
			const id = randomUUID();
			places.set(id, place);
			return { id, baseUrl: place.baseUrl };
		},
		"/close": async ({ id }: { readonly id: string }) => {
			const place = places.get(id);
			places.delete(id);
			if (place === undefined) throw new Error(`no place ${id}`);
			return place.close();
		},
		"/report": async (outcome: Outcome) => {
			hear(outcome);
			return {};
		},
	};
	const server = createServer(async (incoming, outgoing) => {
		const headers = {
			"access-control-allow-origin": "*",
			"content-type": "application/json",
			connection: "close",
		};
		try {
			const answer = answers[incoming.url ?? ""];
			if (answer === undefined) throw new Error(`nothing at ${incoming.url}`);
			const chunks: Buffer[] = [];
			for await (const chunk of incoming) chunks.push(chunk);
			const told = await answer(JSON.parse(Buffer.concat(chunks).toString("utf8")) as never);
			outgoing.writeHead(200, headers).end(JSON.stringify(told));
		} catch (thrown) {
			outgoing.writeHead(500, headers).end(JSON.stringify(String(thrown)));
		}
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo; // a listening TCP server has one
	return {
		url: `http://127.0.0.1:${port}`,
		close: () => {
			server.close();
			server.closeAllConnections();
			for (const place of places.values()) void place.close();
		},
	};
}
