/**
 * Where the publisher's document and ours say different things: computed from the two, never stored.
 * - `silent`: the publisher says nothing, and we know it.
 * - `looser`: we require less of an answer than the publisher promises.
 * - `contradicted`: the publisher says another thing than we do: another type, limit or value, a field that we
 *   don't have, a `required` list without the field, another host. The overlay would hide such a change, so a new
 *   one stops an update.
 */
import { type Fact, factsOf } from "./facts.ts";
import { type Json, sameJson } from "./json.ts";
import type { Document } from "./openapi.ts";

export type Kind = "silent" | "looser" | "contradicted";

export interface Difference {
	/** `Identity.email`, `ListIdentities limit`. */
	readonly where: string;
	readonly keyword: string;
	/** Null where the document says nothing. */
	readonly upstream: Json;
	readonly ours: Json;
	readonly kind: Kind;
}

export interface JudgedDifference extends Difference {
	/** Whether it was not there before the update. */
	readonly new: boolean;
}

export function differencesOf(upstream: Document, ours: Document): Difference[] {
	const theirs = byPlace(factsOf(upstream));
	const known = byPlace(factsOf(ours));
	const places = [...new Set([...theirs.keys(), ...known.keys()])].sort();
	const differences = places.flatMap((place) => {
		const [theirFact, ourFact] = [theirs.get(place), known.get(place)];
		const fact = ourFact ?? theirFact;
		const kind = fact && kindOf(fact, theirFact?.value, ourFact?.value);
		if (!kind) return [];
		const { where, keyword } = fact;
		return [{ where, keyword, upstream: theirFact?.value ?? null, ours: ourFact?.value ?? null, kind }];
	});
	return outermost(differences);
}

const whole = ["operation", "answer", "present"];

/** Where one of the two lacks a field, an answer or an operation, all that could be said of it follows. */
function outermost(differences: readonly Difference[]): Difference[] {
	const missing = differences.filter(({ keyword }) => whole.includes(keyword));
	const follows = ({ where, keyword }: Difference): boolean =>
		missing.some((of) => (where === of.where && keyword !== of.keyword) || isWithin(where, of.where));
	return differences.filter((difference) => !follows(difference));
}

const isWithin = (where: string, owner: string): boolean =>
	where.startsWith(owner) && /^[ .[(]/.test(where.slice(owner.length));

/** Which of the differences are new. A contradiction that a rewrite has only moved is none. */
export function judgeDifferences(
	before: readonly Difference[],
	after: readonly Difference[],
): JudgedDifference[] {
	const place = (of: Difference): string =>
		of.kind === "contradicted" ? of.where.replace(/^.*[ .]/, "") : of.where;
	const key = (of: Difference): string =>
		JSON.stringify([place(of), of.keyword, of.kind, of.upstream, of.ours]);
	const known = new Set(before.map(key));
	return after.map((difference) => ({ ...difference, new: !known.has(key(difference)) }));
}

const byPlace = (facts: readonly Fact[]): Map<string, Fact> =>
	new Map(facts.map((fact) => [`${fact.where}\n${fact.keyword}`, fact]));

function kindOf({ keyword, use }: Fact, theirs: Json | undefined, ours: Json | undefined): Kind | undefined {
	if (theirs !== undefined && ours !== undefined && sameJson(theirs, ours)) return undefined;
	const lessOfAnswer: Kind = use === "answer" ? "looser" : "contradicted";
	if (keyword === "required") return kindOfRequired(theirs, ours, lessOfAnswer);
	if (theirs === undefined) return keyword === "null" && use === "answer" ? "looser" : "silent";
	// A field that the publisher has and we don't is hidden: the overlay has put another object in the place of its owner.
	if (ours === undefined) return keyword === "present" ? "contradicted" : lessOfAnswer;
	if (keyword === "type" && ours === "integer" && theirs === "number") return "silent";
	if (keyword === "type" && ours === "number" && theirs === "integer") return lessOfAnswer;
	const wider = Array.isArray(theirs) && Array.isArray(ours) && theirs.every((of) => ours.includes(of));
	return wider && keyword !== "enum" ? lessOfAnswer : "contradicted";
}

/** False means that there is a list without the field; undefined, that there is no list at all. */
function kindOfRequired(theirs: Json | undefined, ours: Json | undefined, less: Kind): Kind | undefined {
	if (ours === true) return theirs === false ? "contradicted" : "silent";
	return theirs === true ? less : undefined;
}
