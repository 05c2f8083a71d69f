/**
 * Reads how long the server asks us to wait.
 * `retry-after-ms` wins over `Retry-After` (seconds or an HTTP date, RFC 9110 §10.2.3).
 * Undefined for anything unreadable: the caller then backs off on its own.
 */

/** The IMF-fixdate of RFC 9110 §5.6.7; the two obsolete forms are not sent by any server of today. */
const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** The wait in ms, never below 0. `headers` have names in lower case; `now` is in ms since the epoch. */
export function retryAfterMs(headers: Readonly<Record<string, string>>, now: number): number | undefined {
	const ms = headers["retry-after-ms"]?.trim();
	if (ms !== undefined && /^\d+(\.\d+)?$/.test(ms)) return Number(ms);
	const after = headers["retry-after"]?.trim();
	if (after === undefined) return undefined;
	if (/^\d+(\.\d+)?$/.test(after)) return Number(after) * 1000;
	const until = httpDate.test(after) ? Date.parse(after) : Number.NaN; // NaN too for `99 Feb`
	return Number.isNaN(until) ? undefined : Math.max(0, until - now);
}
