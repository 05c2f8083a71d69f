import type { IdentitiesServer } from "../server.js";
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
export declare function serve(server: Pick<IdentitiesServer, "exchange">, { port, host, keepAlive }?: Address): Promise<RunningServer>;
