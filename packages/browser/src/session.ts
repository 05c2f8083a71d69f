/**
 * Who the page is to its own server. A cookie is the browser's business, so by default nothing is added;
 * `getToken` adds the token of the app's session, and is asked anew after a 401.
 */
import { type Auth, bearer } from "@orq/identities-client/internal";
import { issue, isToken, refusal } from "@orq/identities-core/internal";
import type { GetToken } from "./options.ts";

export const sessionAuth = (getToken: GetToken | undefined): Auth => ({
	option: "getToken",
	renews: !!getToken,
	credentials: async () => {
		const token = await getToken?.();
		if (!token) return { headers: {} };
		if (!isToken(token)) throw refusal([issue("getToken", "Latin-1 text without white space", token)]);
		return bearer(token);
	},
});
