/** A vitest reporter that closes the output with one plain line: `N passed, N failed`. */
import type { Reporter, TestModule } from "vitest/node";

export default class TestCount implements Reporter {
	onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
		let passed = 0;
		// A module that can't be loaded, or an error outside of any test, is a failure too.
		let failed = errors.length;
		for (const module of modules) {
			let own = 0;
			for (const test of module.children.allTests()) {
				const { state } = test.result();
				if (state === "passed") passed++;
				if (state === "failed") own++;
			}
			failed += own === 0 && module.state() === "failed" ? 1 : own;
		}
		// After the default reporter's own summary, which is written in the same turn.
		setImmediate(() => console.log(`${passed} passed, ${failed} failed`));
	}
}
