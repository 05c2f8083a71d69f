/** Which limits of a value have been moved, and which way. */
import type { Schema } from "../document/openapi.ts";
import { isDate, typesOf } from "../document/schema.ts";
import type { Kind } from "./rules.ts";

const lower = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"] as const;
const upper = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"] as const;
/** A value, or another value, excludes something; no value excludes nothing. */
const whole = ["pattern", "multipleOf", "uniqueItems"] as const;

export interface Finding {
	readonly kind: Kind;
	readonly detail: string;
}

export function limitChanges(before: Schema, after: Schema): Finding[] {
	const moved = (key: keyof Schema, tighter: boolean): Finding[] => {
		const [old, now] = [before[key], after[key]];
		if (old === now) return [];
		const detail = `\`${key}\` ${now === undefined ? "is gone" : `is ${now}`}, ${old === undefined ? "there was none" : `it was ${old}`}`;
		return [{ kind: tighter ? "limit tightened" : "limit loosened", detail }];
	};
	return [
		...lower.flatMap((key) => moved(key, (after[key] ?? -Infinity) > (before[key] ?? -Infinity))),
		...upper.flatMap((key) => moved(key, (after[key] ?? Infinity) < (before[key] ?? Infinity))),
		...whole.flatMap((key) => moved(key, after[key] !== undefined)),
	];
}

/** A date is another type in the Effect client; other formats say only what a text looks like. */
export function formatChanges(before: Schema, after: Schema): Finding[] {
	const [old, now] = [before.format ?? "none", after.format ?? "none"];
	const detail = `${now}, it was ${old}`;
	const bothText = [before, after].every((of) => typesOf(of).includes("string"));
	if (bothText && isDate(before) !== isDate(after)) return [{ kind: "date changed", detail }];
	return old === now ? [] : [{ kind: "format changed", detail }];
}
