/** The client of a page. It has no key: its server knows it by a session, which is the browser's own affair. */
import { IdentitiesClient } from "@orq/identities-browser";
import type { Adapter } from "../adapter.ts";
import { promiseConnection, promiseFeatures } from "./promise.ts";

export const browserAdapter: Adapter = {
	name: "@orq/identities-browser",
	features: promiseFeatures,
	connect: async ({ apiKey: _, ...settings }) =>
		promiseConnection((hooks) => new IdentitiesClient({ ...settings, hooks })),
};
