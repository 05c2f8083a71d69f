/**
 * openapi-fetch as a client's HTTP surface: one openapi-fetch client over the engine, for calls of users' own to any
 * path of the document. As soon as it has a middleware the methods' calls go through it, too. openapi-fetch builds a
 * real `Request`, and the engine answers with a real `Response`.
 */
import { type paths } from "@orq/identities-core";
import { type Client } from "openapi-fetch";
import type { IdentitiesClient } from "./client.js";
/**
 * The openapi-fetch client of this client, the same one each time: any path of the document, typed by `paths`, with the
 * same key, retries, time limits and errors (it rejects with core's classes). A middleware given to `use` sees the
 * methods' calls too: `onRequest` once a call, before its attempts; `onResponse` for a success; `onError` for
 * everything else. It does not see the key, and can't send it elsewhere. `paths` follows the wire, not semver.
 *
 * @example
 * pathsClient(client).use({ onRequest: ({ schemaPath }) => console.log(schemaPath) });
 * const { data } = await pathsClient(client).GET("/v2/identities/{id}", { params: { path: { id: "user_1" } } });
 */
export declare function pathsClient(client: IdentitiesClient): Client<paths>;
