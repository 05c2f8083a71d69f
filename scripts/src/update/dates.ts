/** For tests: documents of four dates, in the manner of a year's real updates. Each is the one before, changed. */
import type { JsonObject } from "../document/json.ts";
import { changed, fixture } from "../fixture.ts";
import type { Level } from "../level/level.ts";

export interface Dated {
	readonly name: string;
	readonly document: JsonObject;
	/** What the update to it asks for, after the one before. */
	readonly level: Level;
}

const january = fixture("inline");
const list = "paths /v2/identities get";
const retrieve = "paths /v2/identities/{id} get";
const create = "paths /v2/identities post";
const answer = "responses 200 content application/json schema properties";

/** The usage of an identity on retrieve too, and a whole number for the limit. */
function march(): JsonObject {
	const metrics = {
		type: ["object", "null"],
		properties: {
			total_cost: { type: "number" },
			total_tokens: { type: "number" },
			total_requests: { type: "number" },
			error_rate: { type: "number" },
		},
		required: ["total_cost", "total_tokens", "total_requests", "error_rate"],
	};
	const include = {
		name: "include_metrics",
		in: "query",
		schema: { type: ["boolean", "null"], default: false },
	};
	const whole = changed(january, `${list} parameters 0 schema type`, "integer");
	const asked = changed(whole, `${retrieve} parameters 1`, include);
	return changed(asked, `${retrieve} ${answer} metrics`, metrics);
}

/** Moved to components, with every fact gone, and answers wrapped. Lists can't be sorted yet. */
const may = changed(fixture("components"), `${list} parameters 6`, {
	name: "limit",
	in: "query",
	schema: { type: "integer" },
});

/** Create answers 201 again, and lists can be sorted. */
const june = changed(fixture("components"), `${create} responses`, {
	"201": {
		description: "Created",
		content: { "application/json": { schema: { $ref: "#/components/schemas/CreateIdentityResponse" } } },
	},
});

export const dates: readonly Dated[] = [
	{ name: "january", document: january, level: "none" },
	{ name: "march", document: march(), level: "minor" },
	{ name: "may", document: may, level: "minor" },
	{ name: "june", document: june, level: "minor" },
];
