/** The proxy on plain `node:http`. */
import { createServer } from "node:http";
import { createIdentitiesProxy } from "@orq/identities-browser/proxy";
import { listenerOf } from "./node-listener.ts";
import { rules } from "./rules.ts";

const proxy = listenerOf(createIdentitiesProxy({ allow: rules })); // the key is in ORQ_API_KEY

export const server = createServer((incoming, outgoing) => {
	if (incoming.url?.startsWith("/api/")) return proxy(incoming, outgoing);
	return outgoing.end("the app");
});

if (import.meta.main) server.listen(3000, () => console.log("http://localhost:3000/api/v2/identities/me"));
