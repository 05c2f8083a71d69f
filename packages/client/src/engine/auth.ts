/**
 * Who the client is to the server. A policy gives the headers of each attempt, and the secrets in them,
 * which never show in a message, a body or a hook.
 */
import { checkKey, refusal } from "@orq/identities-core/internal";
import type { ApiKey } from "../options.ts";

export interface Auth {
	/** What identifies the caller on the next attempt. `secret` must not be printed. */
	readonly credentials: () => Credentials | Promise<Credentials>;
	/** Whether `credentials` may give others when asked again: worth one more try after a 401. */
	readonly renews: boolean;
}

export interface Credentials {
	readonly headers: Readonly<Record<string, string>>;
	readonly secret?: string | undefined;
}

/** A bearer key (RFC 6750 §2.1): a text, or a function that gives it. Throws an `InvalidInputError`. */
export function keyAuth(key: ApiKey): Auth {
	if (typeof key !== "function") {
		const credentials = bearer(key);
		return { credentials: () => credentials, renews: false };
	}
	return { credentials: async () => bearer(await key()), renews: true };
}

function bearer(key: unknown): Credentials {
	const wrong = checkKey(key);
	if (wrong) throw refusal([wrong]);
	const secret = String(key);
	return { headers: { authorization: `Bearer ${secret}` }, secret };
}
