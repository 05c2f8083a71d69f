/**
 * What a caller saw of a call, as plain data: the same for every client and every runtime, and fit to travel.
 */
import { isIdentitiesError } from "@orq/identities-core";

/** A call ends with a `value`, an `error`, or `cancelled`. */
export interface Seen {
	readonly value?: unknown;
	/** What was iterated before that. */
	readonly items?: readonly unknown[];
	readonly cursor?: unknown;
	readonly response?: unknown;
	readonly error?: SeenError;
	readonly cancelled?: true;
}

export interface SeenError extends Readonly<Record<string, unknown>> {
	readonly message: string;
	/** All that a log could show of it: as text, as JSON, its stack, its causes. */
	readonly printed: string;
}

/** A failure as data: all fields of the SDK's errors, or what is known of another. */
export function errorOf(thrown: unknown): SeenError {
	const known = isIdentitiesError(thrown);
	const fields: Readonly<Record<string, unknown>> = known ? { ...thrown } : { _tag: "none of the SDK's" };
	const message = thrown instanceof Error ? thrown.message : String(thrown);
	const name = thrown instanceof Error ? thrown.name : typeof thrown;
	return { ...plain(fields), name, message, printed: printed(thrown) };
}

/** Only what JSON can carry: a cause, say, is told by `printed`. */
const plain = (fields: object): Record<string, unknown> => JSON.parse(JSON.stringify(fields)) ?? {};

function printed(thrown: unknown, depth = 4): string {
	if (!(thrown instanceof Error) || depth === 0) return String(thrown);
	const { cause, stack = "" } = thrown;
	return [String(thrown), stack, JSON.stringify(thrown), cause ? printed(cause, depth - 1) : ""].join("\n");
}
