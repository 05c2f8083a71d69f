/**
 * A time limit on the caller's `Clock`, so that a test's clock moves it. `Effect.timeout` would race two fibers for each
 * call, which costs a third of its time.
 */
import * as Clock from "effect/Clock";
import * as Context from "effect/Context";
import * as Duration from "effect/Duration";
import * as Effect from "effect/Effect";

/** Calls `onEnd` after `ms`, unless it is stopped before. */
export function startTimer(clock: Clock.Clock, ms: number, onEnd: () => void): { readonly stop: () => void } {
	if (ms === Number.POSITIVE_INFINITY) return { stop: () => {} };
	// Effect's own clock sleeps by this; a fiber around it costs a seventh of a call.
	if (clock === Context.get(Context.empty(), Clock.Clock)) {
		const timer = setTimeout(onEnd, ms);
		return { stop: () => clearTimeout(timer) };
	}
	const timer = Effect.runFork(clock.sleep(Duration.millis(ms)));
	timer.addObserver((exit) => {
		if (exit._tag === "Success") onEnd();
	});
	return { stop: () => timer.interruptUnsafe() };
}

/**
 * Ends `work` when `ms` have passed, and fails with `timedOut` then. Like Effect's own, it goes on only when what `work`
 * had in use is released.
 */
export const within = <Value, Failure, Late>(
	work: Effect.Effect<Value, Failure>,
	clock: Clock.Clock,
	ms: number,
	timedOut: () => Late,
): Effect.Effect<Value, Failure | Late> =>
	Effect.withFiber((fiber) =>
		Effect.callback((resume) => {
			const working = Effect.runForkWith(fiber.context)(work);
			// What `Fiber.interrupt` does, which would cost every bundle 100 bytes; who interrupts this wait has to wait, too.
			const released: Effect.Effect<void> = Effect.callback((resume) => {
				working.addObserver(() => resume(Effect.void));
				working.interruptUnsafe();
				return released;
			});
			const timer = startTimer(clock, ms, () => {
				const late = Effect.fail(timedOut());
				resume(Effect.flatMap(released, () => late));
			});
			working.addObserver((exit) => {
				timer.stop();
				resume(exit);
			});
			return Effect.suspend(() => {
				timer.stop();
				return released;
			});
		}),
	);
