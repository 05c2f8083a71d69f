/** Tells a hook, and shields the call from it: one that throws or rejects is a bug elsewhere. */
export function tell<Info>(hook: ((info: Info) => unknown) | undefined, info: () => Info): void {
	if (hook === undefined) return;
	try {
		Promise.resolve(hook(info())).catch(() => {});
	} catch {
		// Not the call's concern.
	}
}
