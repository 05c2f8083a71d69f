/**
 * Reads how long the server asks us to wait.
 * `retry-after-ms` wins over `Retry-After` (seconds or an HTTP date, RFC 9110 §10.2.3).
 * Undefined for anything unreadable: the caller then backs off on its own.
 */

/** The wait in ms, never below 0. `headers` have names in lower case; `now` is in ms since the epoch. */
export function retryAfterMs(headers: Readonly<Record<string, string>>, now: number): number | undefined {
	const { "retry-after-ms": ms = "", "retry-after": after = "" } = headers;
	// Of what `Date.parse` takes besides, nothing names the zone as HTTP does.
	const until = Math.max(0, Date.parse(/GMT\s*$/.test(after) ? after : "") - now);
	return [decimal(ms), decimal(after) * 1000, until].find((wait) => wait >= 0);
}

/** Bounded, since a text of many digits is infinite for a number; NaN for what is none. */
const decimal = (text: string): number =>
	/^\s*[\d.]+\s*$/.test(text) ? Math.min(Number(text), 1e12) : Number.NaN;
