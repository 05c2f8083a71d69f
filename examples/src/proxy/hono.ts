/** The proxy in a Hono app, on any of Hono's runtimes. */
import { createIdentitiesProxy } from "@orq/identities-browser/proxy";
import { Hono } from "hono";
import { rules } from "./rules.ts";

const proxy = createIdentitiesProxy({ allow: rules }); // the key is in ORQ_API_KEY

export const app = new Hono()
	.get("/", (c) => c.text("the app"))
	.all("/api/v2/identities/:id?", (c) => proxy(c.req.raw));
