/** One change that callers can feel, as both judges tell it. */
import { highest, type Level } from "./level.ts";
import { type Kind, ruleOf } from "./rules.ts";

export type Use = "request" | "answer";

export interface Change {
	readonly kind: Kind;
	/** The highest level that it asks for in any package. */
	readonly level: Level;
	/** `CreateIdentityRequest.email`, `retrieve`. */
	readonly where: string;
	/** The rest of the sentence: `is required now`. */
	readonly what: string;
	readonly judge: "model" | "declarations";
	/** What it asks for in packages other than the Effect client, where that is less. */
	readonly elsewhere?: Level;
	/** What callers have to do where it breaks them. */
	readonly cure?: string;
}

/** A change of a kind at a place; `detail` says what exactly, after the words of the kind. */
export function changeOf(
	kind: Kind,
	where: string,
	{ use, judge, detail, says }: Pick<Change, "judge"> & { use: Use; detail?: string; says?: string },
): Change {
	const rule = ruleOf(kind);
	const own = rule[use];
	const effect = use === "answer" ? (rule.effect ?? own) : own;
	const level = highest([own, effect]);
	const words = says ?? (use === "request" ? (inRequest[kind] ?? rule.says) : rule.says);
	return {
		kind,
		level,
		where,
		what: detail === undefined ? words : `${words}: ${detail}`,
		judge,
		...(own !== level && { elsewhere: own }),
		...(level === "major" && rule.cure !== undefined && { cure: rule.cure }),
	};
}

/** What reads otherwise where callers write it. */
const inRequest: Readonly<Partial<Record<Kind, string>>> = {
	"required added": "is new, and required",
	"now required": "is required now",
	"now optional": "may be left out now",
	"type changed": "takes another type",
};

/** The most serious first, then by place. */
export const byWeight = (changes: readonly Change[]): Change[] => {
	const weight = ({ level }: Change): number => ["major", "minor", "patch", "none"].indexOf(level);
	return changes.toSorted(
		(a, b) => weight(a) - weight(b) || (a.where < b.where ? -1 : a.where > b.where ? 1 : 0),
	);
};
