/** A real HTTP server on loopback for one test, which sees what a client really sends. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { type ClientOptions, IdentitiesClient } from "../index.ts";

/** A request that has arrived. */
export interface Arrived {
	readonly method: string;
	/** Path and query as they were sent. */
	readonly url: string;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

/** What is answered. An object as `body` goes out as JSON. */
export interface Reply {
	readonly status?: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: unknown;
}

/** Gives the answer to the nth request (from 1), or writes it to `response` itself and gives nothing. */
export type Handler = (
	request: Arrived,
	response: ServerResponse,
	nth: number,
) => Reply | undefined | Promise<Reply | undefined>;

export interface TestServer {
	readonly url: string;
	/** What has arrived so far, oldest first. */
	readonly requests: readonly Arrived[];
}

/** Starts a server that ends with the test. */
export async function startServer(handler: Handler): Promise<TestServer> {
	const requests: Arrived[] = [];
	const server = createServer(async (incoming, response) => {
		let body = "";
		for await (const chunk of incoming) body += chunk;
		const { method = "", url = "", headers } = incoming;
		const request = { method, url, headers, body };
		requests.push(request);
		const reply = await handler(request, response, requests.length);
		if (reply) send(response, reply);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, requests };
}

function send(response: ServerResponse, { status = 200, headers = {}, body }: Reply): void {
	const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
	response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
}

/** Where nobody listens. */
export async function unusedUrl(): Promise<string> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return `http://127.0.0.1:${port}`;
}

/** Gives these answers one after the other, then the last one for ever. */
export const inOrder =
	(...replies: readonly Reply[]): Handler =>
	(_request, _response, nth) =>
		replies[Math.min(nth, replies.length) - 1];

/** An answer that asks for a retry at once. */
export const failing = (status: number, body?: unknown): Reply => ({
	status,
	headers: { "retry-after-ms": "1" },
	body,
});

/** Drops the connection without an answer. */
export const reset = (response: ServerResponse): undefined => void response.destroy();

/** Sends a head and the beginning of a body, and then nothing more. */
export function stall(response: ServerResponse, status = 200): undefined {
	response.writeHead(status, { "content-type": "application/json", "content-length": "1000" });
	response.write('{"error":');
}

/** Sends a head and the beginning of a body, and drops the connection. */
export function cut(response: ServerResponse, status = 200): undefined {
	stall(response, status);
	setTimeout(() => response.destroy(), 10);
}

export const key = "secret-key-0123456789";

export const clientOf = (server: { readonly url: string }, options: ClientOptions = {}): IdentitiesClient =>
	new IdentitiesClient({ apiKey: key, baseUrl: server.url, ...options });

export const identity = (id: string) => ({ _id: `contact_${id}`, external_id: id });

/** A page that holds these identities. */
export const page = (ids: readonly string[], has_more = false) => ({
	object: "list",
	data: ids.map(identity),
	has_more,
});

/** What a promise is rejected with. */
export const failureOf = async (promise: PromiseLike<unknown>): Promise<unknown> => {
	try {
		await promise;
	} catch (error) {
		return error;
	}
	throw new Error("It was to fail.");
};

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until `holds`, or until the test's own time is up. */
export async function until(holds: () => boolean): Promise<void> {
	while (!holds()) await sleep(5);
}
