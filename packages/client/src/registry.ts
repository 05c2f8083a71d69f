/** Which openapi-fetch client carries a client's calls: kept aside, so that its types stay out of the client's. */
import type { paths } from "@orq/identities-core";
import type { Client } from "openapi-fetch";

export const httpClients = new WeakMap<object, Client<paths>>();
