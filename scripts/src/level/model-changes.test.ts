/** Every row of the table of levels, for the one who writes a value and for the one who reads it. */
import { describe, expect, test } from "vitest";
import type { Schema } from "../document/openapi.ts";
import { changed, fixture, model } from "../fixture.ts";
import type { Model, Operation } from "../model/model.ts";
import type { Change } from "./change.ts";
import { highest, type Level } from "./level.ts";
import { modelChanges } from "./model-changes.ts";
import { verdicts } from "./packages.ts";

const packages = ["core", "client", "effect"].map((folder) => ({ folder, name: folder }));

/** What a list of changes asks of most packages, and of the Effect client. */
function levelsOf(changes: readonly Change[]): { others: Level; effect: Level } {
	const { core, effect } = verdicts(packages, changes);
	return { others: core?.level ?? "none", effect: effect?.level ?? "none" };
}

interface Field {
	readonly schema?: Schema;
	readonly required?: boolean;
}

const operation: Operation = {
	name: "create",
	id: "CreateIdentity",
	method: "POST",
	path: "/v2/identities",
	params: [],
	query: [],
	body: { required: true, fields: {} },
	success: 201,
	answer: "object",
	envelope: false,
	idempotent: false,
	types: { request: "CreateIdentityRequest", response: "CreateIdentityResponse" },
	deprecated: false,
};

/** An API with one operation, whose body and answer have one field. */
function api(use: "request" | "answer", { schema, required = false }: Field): Model {
	const own: Schema = {
		type: "object",
		...(required && { required: ["field"] }),
		...(schema && { properties: { field: schema } }),
	};
	const empty: Schema = { type: "object" };
	return {
		operations: [operation],
		schemas: {
			CreateIdentityRequest: { use: "request", schema: use === "request" ? own : empty },
			CreateIdentityResponse: { use: "answer", schema: use === "answer" ? own : empty },
		},
	};
}

const text: Schema = { type: "string" };
const inner = (schema: Schema): Schema => ({ type: "object", properties: { inside: schema } });
const oneOf = (...values: string[]): Schema => ({ type: "string", enum: values });
const row = (
	what: string,
	before: Field | Schema,
	after: Field | Schema,
	request: Level,
	answer: Level,
	effect = answer,
) => ({ what, before: fieldOf(before), after: fieldOf(after), request, answer, effect });
const fieldOf = (of: Field | Schema): Field =>
	"schema" in of || Object.keys(of).length === 0 ? (of as Field) : { schema: of as Schema };

const rows = [
	row("an optional field added", {}, text, "minor", "minor"),
	row("a required field added", {}, { schema: text, required: true }, "major", "minor"),
	row("a field removed", text, {}, "major", "major"),
	row("optional to required", text, { schema: text, required: true }, "major", "minor"),
	row("required to optional", { schema: text, required: true }, text, "minor", "major"),
	row("null added", text, { type: ["string", "null"] }, "minor", "major"),
	row("null removed", { type: ["string", "null"] }, text, "major", "minor"),
	row("an enum value added", oneOf("a"), oneOf("a", "b"), "minor", "minor"),
	row("an enum value removed", oneOf("a", "b"), oneOf("a"), "major", "minor"),
	row("number to integer", { type: "number" }, { type: "integer" }, "major", "patch"),
	row("integer to number", { type: "integer" }, { type: "number" }, "minor", "patch"),
	row("the type changed", text, { type: "boolean" }, "major", "major"),
	row("an object to a map", inner(text), { type: "object", additionalProperties: true }, "major", "major"),
	row("a list to a single value", { type: "array", items: text }, text, "major", "major"),
	row("another type as well", text, { type: ["string", "number"] }, "minor", "major"),
	row("one type less", { type: ["string", "number"] }, text, "major", "minor"),
	row("string to enum", text, oneOf("a"), "major", "minor"),
	row("enum to string", oneOf("a"), text, "minor", "minor"),
	row(
		"a limit tightened",
		{ type: "integer", maximum: 50 },
		{ type: "integer", maximum: 20 },
		"major",
		"patch",
	),
	row("a limit loosened", { type: "integer", maximum: 50 }, { type: "integer" }, "minor", "patch"),
	row("a lower limit raised", { ...text, minLength: 1 }, { ...text, minLength: 2 }, "major", "patch"),
	row("a pattern added", text, { ...text, pattern: "^a" }, "major", "patch"),
	row("a pattern removed", { ...text, pattern: "^a" }, text, "minor", "patch"),
	row("a date format gained", text, { ...text, format: "date-time" }, "patch", "patch", "major"),
	row("a date format lost", { ...text, format: "date-time" }, text, "patch", "patch", "major"),
	row("another format", { ...text, format: "uuid" }, { ...text, format: "email" }, "patch", "patch"),
	row("another default", { ...text, default: "a" }, { ...text, default: "b" }, "patch", "patch"),
	row("other words", { ...text, description: "a" }, { ...text, description: "b" }, "patch", "patch"),
	row("deprecated", text, { ...text, deprecated: true }, "patch", "patch"),
	row("a field inside removed", inner(text), inner({}), "minor", "major"),
	row(
		"a limit of an element tightened",
		{ type: "array", items: text },
		{ type: "array", items: { ...text, maxLength: 9 } },
		"major",
		"patch",
	),
	row(
		"any values of a map to texts",
		{ type: "object", additionalProperties: true },
		{ type: "object", additionalProperties: text },
		"major",
		"minor",
	),
	row(
		"texts of a map to any values",
		{ type: "object", additionalProperties: text },
		{ type: "object", additionalProperties: true },
		"minor",
		"major",
	),
	row(
		"the values of a map",
		{ type: "object", additionalProperties: text },
		{ type: "object", additionalProperties: { type: "number" } },
		"major",
		"major",
	),
];

describe.each(rows)("$what", ({ before, after, ...levels }) => {
	test.each(["request", "answer"] as const)("in %s", (use) => {
		const found = levelsOf(modelChanges(api(use, before), api(use, after)));
		const effect = use === "request" ? levels.request : levels.effect;
		expect(found).toEqual({ others: levels[use], effect });
	});
});

test("of a long description only the first sentence is told, on one line", () => {
	const told = (description: string): string | undefined =>
		modelChanges(api("answer", {}), api("answer", { schema: { ...text, description } }))[0]?.what;
	expect(told("What the user\n  pays for. E.g.:\n\n- starter\n- premium\n")).toBe(
		"is new: What the user pays for.",
	);
	expect(told("A plan, e.g. `free`, as text")).toBe("is new: A plan, e.g. `free`, as text");
	expect(told("word ".repeat(100))).toMatch(/^is new: (word ){39}word…$/);
});

test("a field is new or gone also where every object inherits its name", () => {
	const more: Schema = { type: "object", properties: { inside: text, constructor: text } };
	const kinds = (before: Schema, after: Schema) =>
		modelChanges(api("answer", { schema: before }), api("answer", { schema: after })).map(({ kind }) => kind);
	expect(kinds(inner(text), more)).toEqual(["optional added"]);
	expect(kinds(more, inner(text))).toEqual(["gone"]);
});

test("a change inside says its place, its values and what to do", () => {
	const before = api("request", { schema: inner({ type: "integer", maximum: 50 }) });
	const after = api("request", { schema: inner({ type: "integer", maximum: 20 }) });
	expect(modelChanges(before, after)).toEqual([
		{
			kind: "limit tightened",
			level: "major",
			where: "CreateIdentityRequest.field.inside",
			what: "has a tighter limit: `maximum` is 20, it was 50",
			judge: "model",
			cure: "Keep what you send within it.",
		},
	]);
});

describe("names and operations", () => {
	const base = api("answer", {});
	const named = (extra: Model["schemas"]): Model => ({ ...base, schemas: { ...base.schemas, ...extra } });
	const withOperation = (change: Partial<Operation>): Model => ({
		...base,
		operations: [{ ...operation, ...change }],
	});
	const budget = { IdentityBudget: { use: "answer", schema: inner(text) } } as const;
	const archive: Operation = {
		...operation,
		name: "archive",
		id: "ArchiveIdentity",
		path: "/v2/identities/{id}/archive",
		types: { request: "ArchiveIdentityRequest" },
	};
	const withArchive: Model = {
		operations: [operation, archive],
		schemas: { ...base.schemas, ArchiveIdentityRequest: { use: "request", schema: inner(text) } },
	};

	test.each<[string, Model, Model, Level, Level]>([
		["an exported name added", base, named(budget), "minor", "minor"],
		["an exported name gone", named(budget), base, "major", "major"],
		["an operation added", base, withArchive, "minor", "minor"],
		["an operation removed", withArchive, base, "major", "major"],
		["an operation moved to another method", base, withOperation({ method: "PUT" }), "major", "major"],
		["an operation moved to another path", base, withOperation({ path: "/v3/identities" }), "major", "major"],
		["another success", base, withOperation({ success: 200 }), "patch", "patch"],
		["an envelope", base, withOperation({ envelope: true }), "patch", "patch"],
		["other words of an operation", base, withOperation({ summary: "New" }), "patch", "patch"],
		["an operation deprecated", base, withOperation({ deprecated: true }), "patch", "patch"],
		[
			"a body that is not required any more",
			base,
			withOperation({ body: { required: false, fields: {} } }),
			"minor",
			"minor",
		],
		[
			"a body that is required now",
			withOperation({ body: { required: false, fields: {} } }),
			base,
			"major",
			"major",
		],
	])("%s", (_, before, after, others, effect) => {
		expect(levelsOf(modelChanges(before, after))).toEqual({ others, effect });
	});

	test("an operation that comes with its types is one piece of news", () => {
		expect(modelChanges(base, withArchive).map(({ where, kind }) => [where, kind])).toEqual([
			["archive", "operation added"],
		]);
	});

	test("a query that is new and equals another is told by its fields too", () => {
		const fields: Schema = { type: "object", required: ["field"], properties: { field: text } };
		const query = (name: string) => ({ ...operation, types: { query: name } });
		const before: Model = {
			operations: [query("ListIdentitiesQuery"), archive],
			schemas: { ListIdentitiesQuery: { use: "request", schema: fields } },
		};
		const after: Model = {
			operations: [query("ListIdentitiesQuery"), { ...archive, types: { query: "ArchiveIdentityQuery" } }],
			schemas: {
				...before.schemas,
				ArchiveIdentityQuery: {
					use: "request",
					schema: { $ref: "#/components/schemas/ListIdentitiesQuery" },
				},
			},
		};
		expect(modelChanges(before, after)).toContainEqual(
			expect.objectContaining({ kind: "required added", where: "ArchiveIdentityQuery.field" }),
		);
	});

	test("a path parameter's name", () => {
		const path = (name: string): Partial<Operation> => ({
			path: `/v2/identities/{${name}}`,
			params: [{ name }],
		});
		const changes = modelChanges(withOperation(path("budget")), withOperation(path("budget_id")));
		expect(levelsOf(changes)).toEqual({ others: "patch", effect: "patch" });
	});

	test("a body that comes or goes changes what an operation fails with", () => {
		const { body: _, ...bodiless } = operation;
		const without: Model = {
			...base,
			operations: [{ ...bodiless, types: { response: "CreateIdentityResponse" } }],
		};
		const errors = (before: Model, after: Model) =>
			modelChanges(before, after)
				.filter(({ kind }) => kind.startsWith("error"))
				.map((change) => [change.kind, change.elsewhere, change.level]);
		expect(errors(without, base)).toEqual([["error added", "minor", "major"]]);
		expect(errors(base, without)).toEqual([["error gone", "minor", "major"]]);
	});

	test("an id that comes changes it too", () => {
		const changes = modelChanges(base, withOperation({ idParam: "id" }));
		expect(levelsOf(changes)).toEqual({ others: "minor", effect: "major" });
		expect(changes.map(({ what }) => what)).toEqual(["fails in one more way: IdentityNotFoundError"]);
	});

	test("a body that comes puts the options in another place", () => {
		const { body: _, ...bodiless } = operation;
		const without: Model = { ...base, operations: [bodiless] };
		expect(modelChanges(without, base)).toContainEqual(
			expect.objectContaining({
				level: "major",
				where: "create",
				what: "takes its arguments in other places: create(body, options), it was create(options)",
			}),
		);
	});
});

describe("what only the document feels", () => {
	const january = fixture("inline");
	const level = (after: Parameters<typeof model>[0]): Level =>
		highest(modelChanges(model(january), model(after)).map((change) => change.level));
	const list = "paths /v2/identities get";

	test.each<[string, string, Parameters<typeof changed>[2]]>([
		["`operationId` changed", `${list} operationId`, "IdentitiesService_FetchAll"],
		["an error declared", `${list} responses 429`, { description: "Too many" }],
		["a fact that the overlay holds", `${list} parameters 0 schema maximum`, undefined],
		["a schema behind a `$ref`", `${list} parameters 0 schema`, { $ref: "#/components/schemas/Limit" }],
	])("%s", (_, place, value) => {
		const limit = { type: "number", minimum: 1, maximum: 50, default: 10 };
		const after = changed(january, place, value);
		expect(level(changed(after, "components schemas Limit", limit))).toBe("none");
	});

	test("a dotted parameter", () => {
		const dotted = {
			name: "filter_by.tags",
			in: "query",
			schema: { type: "array", items: { type: "string" } },
		};
		expect(level(changed(january, `${list} parameters 4`, dotted))).toBe("patch");
	});

	test("everything at once, as in May: nothing breaks", () => {
		const changes = modelChanges(model(january), model(fixture("components")));
		expect(changes.filter((change) => change.level === "major")).toEqual([]);
		expect(highest(changes.map((change) => change.level))).toBe("minor");
	});
});
