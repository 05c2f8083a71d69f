/**
 * The floor with a time limit, which no client that keeps one can do without: a controller, a timer, and a listener on
 * the caller's signal for each call.
 */
import type { Client, Where } from "../contender.ts";
import { openWith } from "./fetch.ts";

const timeoutMs = 30_000;

export const open = (where: Where): Client =>
	openWith(where, async ({ signal, ...init }, exchange) => {
		const controller = new AbortController();
		const stop = () => controller.abort(signal?.reason);
		const timer = setTimeout(stop, timeoutMs);
		signal?.addEventListener("abort", stop);
		try {
			return await exchange({ ...init, signal: controller.signal });
		} finally {
			clearTimeout(timer);
			signal?.removeEventListener("abort", stop);
		}
	});
