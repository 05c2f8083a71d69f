/** The way from a client to the openapi-fetch client underneath. */
import type { paths } from "@orq/identities-core";
import { issue, refusal } from "@orq/identities-core/internal";
import type { Client } from "openapi-fetch";
import type { IdentitiesClient } from "./client.ts";
import { httpClients } from "./registry.ts";

/**
 * The openapi-fetch client that carries this client's methods: any path of the document, typed by `paths`, with the
 * same key, retries, time limits and errors (it rejects with core's classes). A middleware given to `use` sees the
 * methods' calls too: `onRequest` once a call, before its attempts; `onResponse` for a success; `onError` for
 * everything else. It does not see the key, and can't send it elsewhere. `paths` follows the wire, not semver.
 *
 * @example
 * pathsClient(client).use({ onRequest: ({ schemaPath }) => console.log(schemaPath) });
 * const { data } = await pathsClient(client).GET("/v2/identities/{id}", { params: { path: { id: "user_1" } } });
 */
export function pathsClient(client: IdentitiesClient): Client<paths> {
	const found = httpClients.get(client);
	if (found) return found;
	throw refusal([
		issue("client", "must be an IdentitiesClient", client, "Give one made with `new IdentitiesClient()`."),
	]);
}
