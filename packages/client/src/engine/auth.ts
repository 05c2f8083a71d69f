/**
 * Who the client is to the server. A policy gives the headers of each attempt, and the secret in them,
 * which never shows in a message, a body or a hook.
 */
import { checkKey, refuse } from "@orq/identities-core/internal";
import type { ApiKey } from "../options.ts";

export interface Auth {
	/** What identifies the caller on the next attempt. Rejects with one of core's errors. */
	readonly credentials: () => Credentials | Promise<Credentials>;
	/** Whether `credentials` may give others when asked again: worth one more try after a 401. */
	readonly renews: boolean;
}

export interface Credentials {
	readonly headers: Readonly<Record<string, string>>;
	/** Must not be printed. */
	readonly secret?: string | undefined;
}

/** RFC 6750 §2.1. */
export const bearer = (secret: string): Credentials => ({
	headers: { authorization: `Bearer ${secret}` },
	secret,
});

/** A key: a text that has been checked, or a function that gives one. */
export function keyAuth(key: ApiKey): Auth {
	if (typeof key === "function") return { renews: true, credentials: async () => bearer(await keyFrom(key)) };
	const credentials = bearer(key);
	return { renews: false, credentials: () => credentials };
}

async function keyFrom(give: () => string | Promise<string>): Promise<string> {
	let key = "";
	try {
		key = await give();
	} catch (cause) {
		// What was thrown is the caller's own, and not told: it may hold a secret.
		const failed = { path: "apiKey", problem: "could not be had", fix: "See `cause`." };
		refuse([failed], undefined, { cause });
	}
	refuse(checkKey(key));
	return key;
}
