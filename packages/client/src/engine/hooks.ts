/** Tells a hook, and shields the call from it: one that throws or rejects is a bug elsewhere. */
export function tell<Info>(hook: ((info: Info) => unknown) | undefined, info: () => Info): void {
	if (hook === undefined) return;
	try {
		const told: unknown = hook(info());
		if (told instanceof Promise) told.catch(() => {});
	} catch {
		// Not the call's concern.
	}
}
