/**
 * Waiting that can be called off. The listener leaves the signal when the wait ends, either way.
 */

/**
 * Waits `ms` milliseconds; without a number, until the signal aborts.
 * @throws the signal's reason.
 */
export function pause(ms: number | undefined, signal: AbortSignal | undefined): Promise<void> {
	return new Promise((resolve, reject) => {
		if (signal?.aborted) {
			reject(signal.reason);
			return;
		}
		const timer = ms === undefined ? undefined : setTimeout(end, ms);
		function end(): void {
			clearTimeout(timer);
			signal?.removeEventListener("abort", end);
			if (signal?.aborted) reject(signal.reason);
			else resolve();
		}
		signal?.addEventListener("abort", end);
	});
}
