/** A real HTTP server on loopback, for what only a socket shows. It ends with the test's scope. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import * as Effect from "effect/Effect";
import type * as Scope from "effect/Scope";

export interface Arrived {
	readonly method: string;
	/** Path and query, as they were sent. */
	readonly url: string;
	readonly headers: IncomingMessage["headers"];
	readonly body: string;
	/** Resolves when the connection has gone before the answer was complete. */
	readonly broken: Promise<void>;
}

export interface Answer {
	readonly status?: number;
	readonly headers?: Readonly<Record<string, string>>;
	/** A text as it is, anything else as JSON. */
	readonly body?: unknown;
}

/** Gives the answer to the nth request (from 1), or writes it to `response` itself, or gives none. */
export type Handler = (arrived: Arrived, nth: number, response: ServerResponse) => Answer | undefined;

export interface TestServer {
	readonly url: string;
	readonly arrived: readonly Arrived[];
}

export const serverOf = (handler: Handler): Effect.Effect<TestServer, never, Scope.Scope> =>
	Effect.acquireRelease(
		Effect.promise(async () => {
			const arrived: Arrived[] = [];
			const server = createServer(async (request, response) => {
				const { method = "", url = "", headers } = request;
				const broken = new Promise<void>((resolve) => {
					response.on("close", () => {
						if (!response.writableFinished) resolve();
					});
				});
				let body = "";
				for await (const chunk of request) body += chunk;
				const seen = { method, url, headers, body, broken };
				arrived.push(seen);
				const answer = handler(seen, arrived.length, response);
				if (answer) send(response, answer);
			});
			await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
			const { port } = server.address() as AddressInfo; // A listening TCP server has one.
			return { server, arrived, url: `http://127.0.0.1:${port}` };
		}),
		({ server }) =>
			Effect.promise(async () => {
				server.closeAllConnections();
				await new Promise((resolve) => server.close(resolve));
			}),
	);

function send(response: ServerResponse, { status = 200, headers = {}, body }: Answer): void {
	const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
	response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
}

/** Waits for what happens beyond this process's control, on the real clock; gives up after five seconds. */
export const until = (holds: () => boolean): Effect.Effect<void> =>
	Effect.promise(async () => {
		const end = performance.now() + 5_000;
		while (!holds()) {
			if (performance.now() > end) throw new Error("it has not happened within 5 s");
			await new Promise((resolve) => setTimeout(resolve, 2));
		}
	});
