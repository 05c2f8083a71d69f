/** An API in memory on a port, for one test: it is recorded, and closed when the test ends. */
import { IdentitiesClient } from "@orq/identities-client";
import { createIdentitiesServer, type IdentitiesServer, type ServerOptions } from "@orq/identities-testing";
import { serve } from "@orq/identities-testing/node";
import { expect, onTestFinished } from "vitest";
import { serverKey } from "../host.ts";
import { publishedRecorder } from "../node-host.ts";
import { recorded } from "../recorder/recorded.ts";

export type ClientOptions = ConstructorParameters<typeof IdentitiesClient>[0];

export interface TestServer extends Pick<IdentitiesServer, "fail" | "identities"> {
	readonly url: string;
	/** The operations of the requests that arrived, in order. */
	readonly arrived: () => (string | undefined)[];
	readonly requests: IdentitiesServer["requests"];
	readonly client: (options?: ClientOptions) => IdentitiesClient;
}

export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
	const server = createIdentitiesServer({ ...options, apiKey: serverKey });
	const { exchange, violations } = recorded(server, publishedRecorder, { hasOwnShape: true });
	const { url, close } = await serve({ exchange });
	onTestFinished(async () => {
		await close();
		expect(violations).toEqual([]);
	});
	return {
		url,
		fail: server.fail,
		get identities() {
			return server.identities;
		},
		requests: server.requests,
		arrived: () => server.requests.map(({ operation }) => operation),
		client: (given) => new IdentitiesClient({ apiKey: serverKey, baseUrl: url, ...given }),
	};
}
