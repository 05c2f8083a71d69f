/**
 * What this app's pages may do: everybody sees and names herself, whatever id the page asks for; admins list and tag.
 * All of the app's own thought about access is here; the servers beside this file only mount it.
 */
import type { ProxyRules } from "@orq/identities-browser/proxy";
import { userOf } from "./session.ts";

export const rules: ProxyRules = {
	retrieve: async ({ request }) => {
		const user = await userOf(request);
		return user && { id: user.id, select: ["external_id", "display_name", "metrics"] };
	},
	update: async ({ request, id, body }) => {
		const user = await userOf(request);
		const select = ["external_id", "display_name", "tags"] as const;
		if (user?.isAdmin) return { id, body: { tags: body.tags }, select };
		return user && { id: user.id, body: { display_name: body.display_name }, select };
	},
	list: async ({ request, query }) => {
		const user = await userOf(request);
		return user?.isAdmin && { query, select: ["external_id", "display_name", "tags", "metrics"] };
	},
};
