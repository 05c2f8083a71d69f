/**
 * Who the client is to the server. A policy gives the headers of each attempt, and the secret in them,
 * which never shows in a message, a body or a hook.
 */
import { checkKey, refuse } from "@orq/identities-core/internal";
import type { ApiKey } from "../options.ts";

export interface Auth {
	/** The option that it comes from. */
	readonly option: string;
	/** What identifies the caller on the next attempt. Whatever it throws fails the call as refused input. */
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
	const option = "apiKey";
	if (typeof key === "function") {
		const credentials = async () => {
			const given = await key();
			refuse(checkKey(given));
			return bearer(given);
		};
		return { option, renews: true, credentials };
	}
	const credentials = bearer(key);
	return { option, renews: false, credentials: () => credentials };
}
