/**
 * Who the page is to its own server. A cookie is the browser's business, so by default nothing is added;
 * `getToken` adds the token of the app's session, and is asked anew after a 401.
 */
import type { Auth, Credentials } from "@orq/identities-client/internal";
import { isHeaderText, issue, refusal } from "@orq/identities-core/internal";
import type { GetToken } from "./options.ts";

export const sessionAuth = (getToken: GetToken | undefined): Auth => ({
	credentials: async () => bearer(await getToken?.()),
	renews: !!getToken,
});

function bearer(token: unknown): Credentials {
	if (token === undefined || token === null || token === "") return { headers: {} };
	if (typeof token === "string" && isHeaderText(token)) {
		return { headers: { authorization: `Bearer ${token}` }, secret: token };
	}
	throw refusal([issue("getToken", "must give text that a header can carry", token, "Mend it.")]);
}
