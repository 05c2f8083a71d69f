/**
 * Puts an API in memory on a port, over node:http, and takes it off again without waiting for anybody.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { IdentitiesServer } from "../server.ts";
import { listenerOf } from "./http.ts";

export interface Address {
	/** Default 0: any free port. */
	readonly port?: number;
	/** Default "127.0.0.1": this machine only. */
	readonly host?: string;
	/**
	 * False: every answer closes its connection. Bun and browsers repeat a request by themselves when a
	 * connection that was used before is lost; on fresh ones they don't, and a dropped request counts once.
	 * Default true.
	 */
	readonly keepAlive?: boolean;
}

export interface RunningServer {
	/** The base URL for a client: `http://127.0.0.1:49152`. */
	readonly url: string;
	/** Ends every connection, idle and busy ones too; resolves when the port is free. May be called again. */
	readonly close: () => Promise<void>;
}

/**
 * Listens on a port. The server's faults are real there: connections are dropped, bodies cut short.
 *
 * Rejects with Node's error where the port can't be had (`EADDRINUSE`, `EACCES`).
 *
 * @example
 * const { url, close } = await serve(createIdentitiesServer());
 * const client = new IdentitiesClient({ apiKey: "test", baseUrl: url });
 * await close();
 */
export async function serve(
	server: Pick<IdentitiesServer, "exchange">,
	{ port = 0, host = "127.0.0.1", keepAlive = true }: Address = {},
): Promise<RunningServer> {
	const http = createServer(listenerOf(server.exchange, { keepAlive }));
	http.keepAliveTimeout = 60_000; // Node's 5 s may end a connection just when a client uses it again.
	await new Promise<void>((resolve, reject) => {
		http.once("error", reject);
		http.listen(port, host, resolve);
	});
	let closed: Promise<void> | undefined;
	return {
		url: urlOf(http.address() as AddressInfo), // a listening TCP server has one
		close: () => {
			closed ??= new Promise((resolve) => {
				http.close(() => resolve());
				http.closeAllConnections();
			});
			return closed;
		},
	};
}

/** A server on all addresses is reached through the loopback. */
function urlOf({ address, family, port }: AddressInfo): string {
	const host = address === "0.0.0.0" ? "127.0.0.1" : address === "::" ? "::1" : address;
	return `http://${family === "IPv6" ? `[${host}]` : host}:${port}`;
}
