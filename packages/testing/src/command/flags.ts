/**
 * Reads the command line of `identities-testing`.
 */
import { parseArgs } from "node:util";
import type { Result } from "@orq/identities-core";

export interface Flags {
	readonly help: boolean;
	readonly port: number;
	readonly host: string;
	readonly apiKey: string | undefined;
	/** How many made-up identities are there from the start. */
	readonly seed: number;
}

export const usage = `Runs the orq.ai Identities API in memory, for tests and first steps.

Usage: identities-testing [options]

  --port <number>     where to listen; 0 takes any free port (default 3000)
  --host <address>    on which address (default 127.0.0.1: this machine only)
  --api-key <key>     the only key that passes (default: every key passes)
  --seed <count>      starts with so many made-up identities (default 0)
  --help              shows this text

Everything is forgotten when it ends.`;

/** The flags, or what is wrong with them. */
export function readFlags(args: readonly string[]): Result<Flags, string> {
	try {
		const { values } = parseArgs({
			args: [...args],
			options: {
				port: { type: "string", default: "3000" },
				host: { type: "string", default: "127.0.0.1" },
				"api-key": { type: "string" },
				seed: { type: "string", default: "0" },
				help: { type: "boolean", short: "h", default: false },
			},
		});
		const { help, host, "api-key": apiKey } = values;
		if (apiKey?.trim() === "") throw new TypeError("--api-key must not be empty");
		const port = wholeNumber("--port", values.port, 65_535);
		const seed = wholeNumber("--seed", values.seed, 1_000_000);
		return { ok: true, data: { help, port, host, apiKey, seed } };
	} catch (thrown) {
		return { ok: false, error: thrown instanceof Error ? thrown.message : String(thrown) };
	}
}

function wholeNumber(flag: string, text: string, most: number): number {
	if (/^\d{1,7}$/.test(text) && Number(text) <= most) return Number(text);
	throw new TypeError(`${flag} must be a whole number from 0 to ${most}; received ${JSON.stringify(text)}`);
}
