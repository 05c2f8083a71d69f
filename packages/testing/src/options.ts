/**
 * What a server can be told at its start, the defaults, and the refusal of what makes no sense.
 */
import type { InitialIdentity } from "./state/population.ts";

export interface ServerOptions {
	/** The only key that passes. Without it any bearer passes that is not empty. */
	readonly apiKey?: string;
	/**
	 * Who is there from the start, the oldest first. Each `external_id` once. Lists go by `_id`: one of your own keeps its
	 * place in time only where it is `contact_` and a ULID.
	 */
	readonly identities?: readonly InitialIdentity[];
	/**
	 * How create, retrieve and update answer: with the identity itself, or with `{ identity: … }`.
	 * Default: as the API's document has it.
	 */
	readonly shape?: "flat" | "wrapped";
	/** The status for an `external_id` that is taken, 400 to 499. Default 409. */
	readonly conflictStatus?: number;
	/** Makes ids and the chances of faults repeatable. Default 1. */
	readonly seed?: number;
	/** The clock, in ms since the epoch. Default `Date.now`. */
	readonly now?: () => number;
	/** How many requests `requests` remembers, the newest. Default: all. */
	readonly keepRequests?: number;
}

/** @throws TypeError that names the option. */
export function checkServerOptions(options: ServerOptions): void {
	if (typeof options !== "object" || options === null) {
		throw new TypeError("createIdentitiesServer: takes an object of options.");
	}
	for (const [name, value] of Object.entries(options)) {
		const check = isOption(name) ? checks[name] : undefined;
		if (!check) throw refused(name, `is no option; known: ${Object.keys(checks).join(", ")}`);
		if (value !== undefined && !check.holds(value)) throw refused(name, `must be ${check.wanted}`);
	}
}

interface Check {
	readonly wanted: string;
	readonly holds: (value: unknown) => boolean;
}

const checks: Readonly<Record<keyof ServerOptions, Check>> = {
	apiKey: {
		wanted: "a string, not empty",
		holds: (value) => typeof value === "string" && value.trim() !== "",
	},
	identities: { wanted: "an array", holds: Array.isArray },
	shape: { wanted: '"flat" or "wrapped"', holds: (value) => value === "flat" || value === "wrapped" },
	conflictStatus: {
		wanted: "a whole number from 400 to 499",
		holds: (value) => Number.isInteger(value) && Number(value) >= 400 && Number(value) <= 499,
	},
	seed: { wanted: "a number", holds: Number.isFinite },
	now: { wanted: "a function that gives ms since the epoch", holds: (value) => typeof value === "function" },
	keepRequests: {
		wanted: "a whole number from 0",
		holds: (value) => Number.isInteger(value) && Number(value) >= 0,
	},
};

const isOption = (name: string): name is keyof ServerOptions => Object.hasOwn(checks, name);

const refused = (name: string, problem: string): TypeError =>
	new TypeError(`createIdentitiesServer: \`${name}\` ${problem}.`);
