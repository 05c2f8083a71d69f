/**
 * What the page may do: its signed-in admin lists and searches identities, and changes their name, e-mail address and
 * tags. Metadata stays on the server, and nobody creates or deletes.
 */
import type { ProxyRules } from "@orq/identities-browser/proxy";
import { isSignedIn } from "./session.ts";

const shown = ["external_id", "display_name", "email", "tags", "created", "updated", "metrics"] as const;

export const rules: ProxyRules = {
	list: ({ request, query }) =>
		isSignedIn(request) && { query: { ...query, include_metrics: true }, select: shown },
	update: ({ request, id, body: { display_name, email, tags } }) =>
		isSignedIn(request) && { id, body: { display_name, email, tags }, select: shown },
};
