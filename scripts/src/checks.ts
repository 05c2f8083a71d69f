/** Commands run one after the other, each a check with a name: closes with `N passed, N failed`. */
import { type SpawnSyncOptions, spawnSync } from "node:child_process";

export interface Outcome {
	readonly ok: boolean;
	readonly output: string;
}

export function run(command: string, args: readonly string[], options: SpawnSyncOptions = {}): Outcome {
	const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", ...options });
	return { ok: status === 0, output: [stdout, stderr, error?.message].filter(Boolean).join("\n") };
}

export class Checks {
	#passed = 0;
	#failed = 0;
	readonly #leave: () => void;

	/** `leave` clears up at the end, however it comes. */
	constructor(leave: () => void) {
		this.#leave = leave;
	}

	check(name: string, { ok, output }: Outcome): void {
		console.log(`${ok ? "✓" : "✗"} ${name}`);
		if (ok) this.#passed++;
		else {
			this.#failed++;
			console.log(output);
		}
	}

	/** Ends the whole run where it fails: what follows would only repeat the failure. */
	need(name: string, outcome: Outcome): void {
		this.check(name, outcome);
		if (!outcome.ok) this.finish();
	}

	finish(): never {
		this.#leave();
		console.log(`${this.#passed} passed, ${this.#failed} failed`);
		process.exit(this.#failed === 0 ? 0 : 1);
	}
}
