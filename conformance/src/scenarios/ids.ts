/** Ids are the caller's own data: each reaches exactly its identity, or nothing is sent. */
import type { Scenario } from "../scenario.ts";
import { anna } from "./people.ts";

/** The id, and the one segment of the path that it becomes. */
const odd: readonly (readonly [id: string, segment: string])[] = [
	["a/b?c#d %", "a%2Fb%3Fc%23d%20%25"],
	["日本", "%E6%97%A5%E6%9C%AC"],
	["x%2Fy", "x%252Fy"],
	["%2e%2e", "%252e%252e"],
	["../identities", "..%2Fidentities"],
	["...", "..."],
	["..\\..", "..%5C.."],
	["🦊 fox", "%F0%9F%A6%8A%20fox"],
	["a+b&c=d;e", "a%2Bb%26c%3Dd%3Be"],
	["line\nbreak", "line%0Abreak"],
	["{id}", "%7Bid%7D"],
	["__proto__", "__proto__"],
];

/** What a caller may give by mistake, also from untyped code. */
const refused: readonly (readonly [what: string, id: string | number | null | undefined])[] = [
	["an empty id", ""],
	["the id `.`", "."],
	["the id `..`", ".."],
	["an id with a lone surrogate", "jo\ud83e"],
	["a number for an id", 7],
	["null for an id", null],
	["no id", undefined],
];

export const ids: readonly Scenario[] = [
	...odd.map(([id, segment]) => reaches(id, segment)),
	...refused.map(([what, id]) => isRefused(what, id)),
];

function reaches(id: string, segment: string): Scenario {
	const path = `/v2/identities/${segment}`;
	const value = { external_id: id };
	return {
		name: `the id ${JSON.stringify(id)} reaches its identity as one segment of the path`,
		server: { identities: [anna, { external_id: id }] },
		steps: [
			{ call: "retrieve", args: [id], sees: { value } },
			{ call: "update", args: [id, { tags: ["seen"] }], sees: { value: { ...value, tags: ["seen"] } } },
			{ call: "upsert", args: [id, { tags: [] }], sees: { value: { ...value, tags: [] } } },
			{ call: "delete", args: [id], sees: { nothing: true } },
			{ call: "retrieve", args: [id], sees: { error: { _tag: "IdentityNotFoundError", id } } },
			{ call: "list", sees: { value: { data: [{ external_id: "anna@1" }] } } },
		],
		arrive: [
			{ operation: "retrieve", path },
			{ operation: "update", path },
			{ operation: "update", path },
			{ operation: "delete", path },
			{ operation: "retrieve", path },
			"list",
		],
	};
}

function isRefused(what: string, id: string | number | null | undefined): Scenario {
	const error = (operation: string, path: string) => ({
		_tag: "InvalidInputError",
		operation,
		issues: [{ path }],
		attempts: 0,
		outcome: "not-sent",
		isRetryable: false,
	});
	const args = id === undefined ? [] : [id];
	const withBody = id === undefined ? [] : [id, { tags: [] }];
	return {
		name: `${what} is refused before anything is sent`,
		server: { identities: [anna] },
		steps: [
			{ call: "retrieve", args, sees: { error: error("retrieve", "id") } },
			{ call: "delete", args, sees: { error: error("delete", "id") } },
			...(id === undefined
				? []
				: ([
						{ call: "update", args: withBody, sees: { error: error("update", "id") } },
						{ call: "upsert", args: withBody, sees: { error: error("upsert", "external_id") } },
					] as const)),
		],
		arrive: [],
	};
}
