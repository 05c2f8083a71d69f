/** The Promise client. */
import { IdentitiesClient } from "@orq/identities-client";
import { pathsClient } from "@orq/identities-client/openapi-fetch";
import type { Adapter, ConnectionSettings } from "../adapter.ts";
import { promiseConnection, promiseFeatures } from "./promise.ts";

export const clientAdapter: Adapter = {
	name: "@orq/identities-client",
	features: ["key", ...promiseFeatures],
	connect: async (settings) => connection(settings, () => {}),
};

/** The same with a middleware, which has every call pass as a real `Request` and a real `Response`. */
export const observedClientAdapter: Adapter = {
	...clientAdapter,
	name: "@orq/identities-client with a middleware",
	connect: async (settings) =>
		connection(settings, (client) => pathsClient(client).use({ onRequest: () => {} })),
};

const connection = (settings: ConnectionSettings, prepare: (client: IdentitiesClient) => void) =>
	promiseConnection((hooks) => {
		// In a page it refuses a key unless it is told that this one may be read.
		const client = new IdentitiesClient({ ...settings, hooks, dangerouslyAllowBrowser: true });
		prepare(client);
		return client;
	});
