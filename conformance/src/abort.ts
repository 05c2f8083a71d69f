/** The caller's signal of a step: when it aborts, and with which reason. */
import type { Abort } from "./scenario.ts";

export interface CallerSignal {
	/** Undefined where the step does not abort. */
	readonly signal: AbortSignal | undefined;
	readonly onItem: () => void;
	/** To be called when the call has ended. */
	readonly end: () => void;
}

export function callerSignal(abort: Abort | undefined): CallerSignal {
	if (abort === undefined) return { signal: undefined, onItem: () => {}, end: () => {} };
	const controller = new AbortController();
	const cancel = () => controller.abort(new Error("the caller's own reason"));
	if (abort === "before") cancel();
	const timer =
		typeof abort === "object" && "afterMs" in abort ? setTimeout(cancel, abort.afterMs) : undefined;
	let items = 0;
	return {
		signal: controller.signal,
		onItem: () => {
			items++;
			if (typeof abort === "object" && "atItem" in abort && abort.atItem === items) cancel();
		},
		end: () => clearTimeout(timer),
	};
}
