/**
 * What a failure is, as data: its tag, the fields that every failure has, and the two verdicts that follow
 * from its status. The classes carry these fields; the rules here need no class.
 */

/**
 * Whether a write may have happened.
 * `not-sent`: proved not to have reached the server. `rejected`: the server answered that it refuses.
 * `unknown`: everything else, so read before you write again.
 */
export type Outcome = "not-sent" | "rejected" | "unknown";

/** Where a list broke off, or where to go on: give it to `list` as it is. */
export type Cursor = { readonly starting_after: string } | { readonly ending_before: string };

/** One thing that was refused before sending. */
export interface InputIssue {
	/** Where, as the caller wrote it: `limit`, `filter_by.tags`, `timeoutMs`. */
	readonly path: string;
	/** What was wrong: `must be a whole number, 1 to 50; received 500`. */
	readonly problem: string;
	/** What to do instead. */
	readonly fix: string;
}

/** The fields that every error can have; each is absent where it is not known. */
export interface CommonFields {
	/** The method that was called: `retrieve`. */
	readonly operation?: string | undefined;
	/** The HTTP method. */
	readonly method?: string | undefined;
	/** The path template, never the path itself: `/v2/identities/{id}`. */
	readonly path?: string | undefined;
	/** The answer's HTTP status; 0 where a browser hides a redirect's. */
	readonly status?: number | undefined;
	/** From `x-request-id`, else `request-id`: name it when you ask orq.ai for help. */
	readonly requestId?: string | undefined;
	/** The answer's headers, names in lower case. */
	readonly headers?: Readonly<Record<string, string>> | undefined;
	/** The answer's body: parsed JSON, else text; at most 65,536 characters, except on a `DecodeError`. */
	readonly body?: unknown;
	/** How many requests were sent for this call. */
	readonly attempts?: number | undefined;
	/** Whether the same call may succeed later. Says nothing of whether repeating it is safe: see `outcome`. */
	readonly isRetryable?: boolean | undefined;
	/** Whether a write may have happened. */
	readonly outcome?: Outcome | undefined;
	/** While iterating: how far it came. */
	readonly cursor?: Cursor | undefined;
}

/** Whether an answer of this status may be another one soon. 501 and 505 say that the server never will. */
export const isTransient = (status: number | undefined): boolean =>
	/^(408|429|5(?!0[15])..)$/.test(`${status}`);

/** What an answer of this status says of a write; 0 is a redirect that a browser hides. No answer says nothing. */
export const outcomeOfStatus = (status: number | undefined): Outcome =>
	/^(0|3..|4(?!08)..)$/.test(`${status}`) ? "rejected" : "unknown";

/** The outcome of a call whose attempts had these outcomes: the least certain one, which is the alphabet's last. */
export const worseOutcome = (one: Outcome, other: Outcome): Outcome => (one > other ? one : other);
