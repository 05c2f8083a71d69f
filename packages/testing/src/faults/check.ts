/**
 * Refuses rules that can't be followed, by name and with what would do: a fault that never happens would let
 * a test pass for nothing.
 */
import { isBodiless } from "../exchange/answer.ts";
import { type FaultRule, faultKinds } from "./rule.ts";

/** @throws TypeError for a rule that can't be followed. */
export function checkRule(rule: FaultRule, operationNames: readonly string[]): void {
	if (typeof rule !== "object" || rule === null) throw new TypeError("fail: takes an object, the rule.");
	for (const [name, value] of Object.entries(rule)) {
		const check = isPart(name) ? parts[name] : undefined;
		if (!check) throw refused(name, `is not part of a rule; known: ${Object.keys(parts).join(", ")}`);
		if (value !== undefined && !check.holds(value)) {
			throw refused(name, `must be ${check.wanted}; received ${shown(value)}`);
		}
	}
	for (const name of [rule.operation ?? []].flat()) {
		if (operationNames.includes(name)) continue;
		throw refused("operation", `must be one of ${operationNames.join(", ")}; received ${shown(name)}`);
	}
	checkWhole(rule);
	checkBody(rule);
	checkRedirect(rule);
}

interface Check {
	readonly wanted: string;
	readonly holds: (value: unknown) => boolean;
}

/** Timers of more than this fire at once. */
const longestDelayMs = 2 ** 31 - 1;

const wholeFrom =
	(least: number, most = Number.POSITIVE_INFINITY) =>
	(value: unknown): boolean =>
		Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

const parts: Readonly<Record<keyof FaultRule, Check>> = {
	operation: { wanted: "a name or several", holds: (value) => [value].flat().length > 0 },
	nth: { wanted: "a whole number from 1", holds: wholeFrom(1) },
	times: { wanted: "a whole number from 1", holds: wholeFrom(1) },
	chance: {
		wanted: "a number from 0 to 1",
		holds: (value) => typeof value === "number" && value >= 0 && value <= 1,
	},
	fault: {
		wanted: `one of ${faultKinds.join(", ")}`,
		holds: (value) => faultKinds.some((kind) => kind === value),
	},
	status: { wanted: "a whole number from 200 to 599", holds: wholeFrom(200, 599) },
	headers: { wanted: "an object of header names and values", holds: isHeaders },
	body: { wanted: "a string or JSON", holds: isWritable },
	location: {
		wanted: "a URL",
		holds: (value) =>
			typeof value === "string" &&
			value !== "" &&
			URL.canParse(value, "http://localhost") &&
			isHeaders({ location: value }),
	},
	delayMs: { wanted: `a whole number of ms, at most ${longestDelayMs}`, holds: wholeFrom(0, longestDelayMs) },
	afterWrite: { wanted: "true or false", holds: (value) => typeof value === "boolean" },
};

const isPart = (name: string): name is keyof FaultRule => Object.hasOwn(parts, name);

function isHeaders(value: unknown): boolean {
	if (typeof value !== "object" || value === null) return false;
	try {
		return [...new Headers(value as Record<string, string>)].length === Object.keys(value).length;
	} catch {
		return false; // a line break in a value, a space in a name
	}
}

function isWritable(value: unknown): boolean {
	try {
		return JSON.stringify(value) !== undefined;
	} catch {
		return false; // a BigInt, a cycle
	}
}

function checkWhole({ fault, status, headers, body, delayMs, afterWrite }: FaultRule): void {
	if (fault === undefined && status === undefined && headers === undefined && delayMs === undefined) {
		throw new TypeError(
			"fail: the rule says nothing that goes wrong; give fault, status, headers or delayMs.",
		);
	}
	if (fault === "reset" || fault === "silent") {
		for (const [name, value] of Object.entries({ status, headers, body })) {
			if (value !== undefined) throw refused(name, `can't go with fault "${fault}", which never answers`);
		}
	}
	const cuts = fault === undefined || fault === "truncated" || fault === "stalled";
	if (afterWrite === false && cuts && status === undefined) {
		throw refused(
			"afterWrite",
			"can't be false here, where the operation's own answer is given; add a status",
		);
	}
}

function checkBody({ fault, status, body }: FaultRule): void {
	if (body !== undefined && status === undefined) throw refused("body", "needs a status");
	if (body !== undefined && (fault === "html" || fault === "garbage" || fault === "redirect")) {
		throw refused("body", `can't go with fault "${fault}", which has a body of its own`);
	}
	if (status === undefined || !isBodiless(status) || fault === "redirect") return;
	if (body !== undefined || fault !== undefined) {
		throw refused("status", `${status} means an answer without a body, and the rule needs one`);
	}
}

function checkRedirect({ fault, status, location }: FaultRule): void {
	if (fault !== "redirect") {
		if (location !== undefined) throw refused("location", 'needs fault "redirect"');
		return;
	}
	if (location === undefined) throw refused("location", "is missing: where does the redirect lead?");
	if (status !== undefined && (status < 300 || status > 399)) {
		throw refused("status", `of a redirect must be 300 to 399; received ${status}`);
	}
}

const refused = (name: string, problem: string): TypeError => new TypeError(`fail: \`${name}\` ${problem}.`);

const shown = (value: unknown): string =>
	(isWritable(value) ? JSON.stringify(value) : String(value)).slice(0, 60);
