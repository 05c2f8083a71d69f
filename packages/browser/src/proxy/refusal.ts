/**
 * What the proxy itself says no with: a status, a word for programs and a sentence for people.
 * Rooms return it as data; `answer.ts` makes the response.
 */

export interface Refusal {
	readonly status: number;
	/** For programs: `cross_site`, `body_too_large`. */
	readonly code: string;
	/** For people: never personal data, never a word of the server's own. */
	readonly message: string;
	readonly headers?: Readonly<Record<string, string>>;
}

export type Refused = { readonly ok: false; readonly error: Refusal };

export const refused = (
	status: number,
	code: string,
	message: string,
	headers?: Readonly<Record<string, string>>,
): Refused => ({ ok: false, error: { status, code, message, ...(headers && { headers }) } });

/** What the page sent makes no sense, or is none of the API's. */
export const badRequest = (message: string): Refused => refused(400, "invalid_request", message);

export const crossSite: Refusal = {
	status: 403,
	code: "cross_site",
	message: "Pages of other sites may not call this.",
};

export const notFound: Refusal = { status: 404, code: "not_found", message: "There is nothing here." };

export const notAllowed: Refusal = { status: 403, code: "not_allowed", message: "This is not allowed." };

export const wrongMethod = (methods: readonly string[]): Refusal => ({
	status: 405,
	code: "method_not_allowed",
	message: "Not with this method.",
	headers: { allow: methods.join(", ") },
});

/** A failure that is no concern of the page's; the server hears of it by `onError`. */
export const serverFailed: Refusal = {
	status: 500,
	code: "proxy_failed",
	message: "The server could not handle this request.",
};

/** Nobody waits for this answer any more; 499 is nginx's word for it. */
export const clientGone: Refusal = { status: 499, code: "client_gone", message: "The request was aborted." };
