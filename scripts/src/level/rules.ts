/**
 * What each kind of change means for callers: the one table that both judges read, the one that walks models
 * and the one that compares declarations. Three rules give every row: accept no less and promise no less; a name
 * that is gone is major; what is new is minor, and words are patch.
 */
import type { Level } from "./level.ts";

interface Rule {
	/** Where callers write it. */
	readonly request: Level;
	/** Where callers read it. */
	readonly answer: Level;
	/** Where the Effect client's callers feel an answer's change more: its dates and error unions are exact. */
	readonly effect?: Level;
	/** What to say of it, after the place's name. */
	readonly says: string;
	/** What callers have to do where it is major. */
	readonly cure?: string;
}

const both = (level: Level): Pick<Rule, "request" | "answer"> => ({ request: level, answer: level });

const handle = "Handle that wherever you read it.";
const give = "Give it wherever you call this.";

export const rules = {
	"optional added": { ...both("minor"), says: "is new" },
	"required added": { request: "major", answer: "minor", says: "is new", cure: give },
	gone: {
		...both("major"),
		says: "is gone",
		cure: "Take it out of your code: the API doesn't know it any more.",
	},
	"now required": { request: "major", answer: "minor", says: "is always there now", cure: give },
	"now optional": { request: "minor", answer: "major", says: "may be missing now", cure: handle },
	"null added": { request: "minor", answer: "major", says: "may be null now", cure: handle },
	"null removed": {
		request: "major",
		answer: "minor",
		says: "can't be null any more",
		cure: "Leave it out, or give it a value.",
	},
	"value added": { ...both("minor"), says: "has a new value" },
	"value removed": {
		request: "major",
		answer: "minor",
		says: "has lost a value",
		cure: "Send another of its values.",
	},
	"whole number": {
		request: "major",
		answer: "patch",
		says: "has to be a whole number now",
		cure: "Round what you send.",
	},
	"any number": { request: "minor", answer: "patch", says: "may be any number now" },
	"type changed": { ...both("major"), says: "has another type", cure: "Adapt what you send or read there." },
	"type widened": { request: "minor", answer: "major", says: "may have another type too", cure: handle },
	"type narrowed": {
		request: "major",
		answer: "minor",
		says: "has fewer types",
		cure: "Send one of those that are left.",
	},
	"enum gained": {
		request: "major",
		answer: "minor",
		says: "has to be one of a few values now",
		cure: "Send one of these values.",
	},
	"enum lost": { ...both("minor"), says: "may be any text now" },
	"limit tightened": {
		request: "major",
		answer: "patch",
		says: "has a tighter limit",
		cure: "Keep what you send within it.",
	},
	"limit loosened": { request: "minor", answer: "patch", says: "has a looser limit" },
	"date changed": {
		...both("patch"),
		effect: "major",
		says: "is read in another way by the Effect client",
		cure: "It is a date there where it is one in the document, and text elsewhere.",
	},
	"format changed": { ...both("patch"), says: "has another format" },
	"default changed": { ...both("patch"), says: "has another default" },
	"note changed": { ...both("patch"), says: "is marked differently" },
	"words changed": { ...both("patch"), says: "is told in other words" },
	"wire changed": { ...both("patch"), says: "travels in another form, which callers don't see" },
	"name added": { ...both("minor"), says: "is new" },
	"name gone": {
		...both("major"),
		says: "is gone",
		cure: "Take it out of your code, or declare it yourself.",
	},
	"operation added": { ...both("minor"), says: "is new" },
	"operation gone": { ...both("major"), says: "is gone", cure: "The API has no such operation any more." },
	"operation moved": {
		...both("major"),
		says: "has moved to another method or path",
		cure: "Update before the old place is switched off.",
	},
	"operation renamed": { ...both("none"), says: "is called otherwise by the publisher; it keeps its name" },
	"arguments moved": {
		...both("major"),
		says: "takes its arguments in other places",
		cure: "Look at each call of it.",
	},
	"error added": { ...both("minor"), effect: "major", says: "fails in one more way", cure: "Handle it." },
	"error gone": {
		...both("minor"),
		effect: "major",
		says: "fails in one way less",
		cure: "Take its handler out.",
	},
} as const satisfies Readonly<Record<string, Rule>>;

export type Kind = keyof typeof rules;
export const ruleOf = (kind: Kind): Rule => rules[kind];
