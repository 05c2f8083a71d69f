import ts from "typescript";
import { beforeAll, expect, test } from "vitest";
import type { Json } from "../document/json.ts";
import { changed, type FixtureName, fixture, identities, model } from "../fixture.ts";
import { emitAll } from "../generated.ts";
import { format } from "./format.ts";

const files: Partial<Record<FixtureName, Record<string, string>>> = {};
beforeAll(async () => {
	for (const name of ["inline", "components", "grown"] as const) {
		files[name] = format(await emitAll(model(fixture(name)), identities(fixture(name))));
	}
});

const core = (name: FixtureName, file: string): string =>
	files[name]?.[`packages/core/src/generated/${file}.ts`] ?? "";
const methods = (name: FixtureName): string =>
	files[name]?.["packages/client/src/generated/methods.ts"] ?? "";

/** One exported type as it is written, without its comments. */
function declaration(name: FixtureName, type: string): string {
	const text = core(name, "types").replaceAll(/\n\s*\/\*\*[\s\S]*?\*\//g, "");
	return (
		new RegExp(`export (interface|type) ${type} [\\s\\S]*?\\n(?=\\n|export|$)`).exec(text)?.[0].trim() ?? ""
	);
}

test("each file says from what and by which command", () => {
	for (const text of Object.values(files.inline ?? {})) {
		expect(text.split("\n", 1)).toEqual([
			"// Generated from openapi/identities.yaml by `pnpm generate`. Do not edit.",
		]);
	}
});

test("an answer has open enums and mutable fields", () => {
	expect(declaration("inline", "ListIdentitiesResponse")).toBe(
		'export interface ListIdentitiesResponse {\n\tdata: Identity[];\n\thas_more: boolean;\n\tobject: "list" | (string & {});\n}',
	);
});

test.each<[Json[], string]>([
	[[-1, 1], "-1 | 1 | (number & {})"],
	[[true], "true | (boolean & {})"],
	[["auto", 3, false], '"auto" | 3 | false | (string & {}) | (number & {}) | (boolean & {})'],
])("an answer's enum is open, whatever its values are (%j)", async (values, expected) => {
	const published = changed(fixture("grown"), "components schemas Person properties mode", { enum: values });
	const text = await emitAll(model(published), identities(published));
	expect(text["packages/core/src/generated/types.ts"]).toContain(`mode?: ${expected};`);
});

test("a request has closed enums, readonly arrays and an undefined for what is left out", () => {
	const query = declaration("components", "ListIdentitiesQuery");
	expect(query).toContain('sort_by?: "SORT_FIELD_DISPLAY_NAME" | "SORT_FIELD_UPDATED" | undefined;');
	expect(query).toContain("filter_by?: { readonly tags?: readonly string[] | undefined } | undefined;");
	expect(declaration("inline", "UpdateIdentityRequest")).toContain("tags?: readonly string[] | undefined;");
});

test("what lies inside a request is readonly, also where it has a name", () => {
	expect(declaration("grown", "CreateIdentityRequestBudget")).toBe(
		"export interface CreateIdentityRequestBudget {\n\treadonly alerts: readonly CreateIdentityRequestBudgetAlert[];\n\treadonly limit: number;\n}",
	);
});

test("types that are equal are told as one", () => {
	expect(core("components", "types")).toContain(
		"/** The same shape as {@link Identity}. */\nexport type CreateIdentityResponse = Identity;",
	);
});

test("a schema that contains itself is typed", () => {
	expect(declaration("grown", "Group")).toBe(
		"export interface Group {\n\tname: string;\n\tparent?: Group;\n}",
	);
});

test("limits, units, defaults and examples stand in the comments", () => {
	expect(core("inline", "types")).toContain(
		"/**\n\t * How many identities a page holds at most. A whole number, 1 to 50, 10 by default.\n\t * @example 50\n\t */\n\tlimit?: number | undefined;",
	);
});

test("a query beside an id stands in the options, typed by the operation", () => {
	expect(methods("components")).toContain(
		"options?: RequestOptions & { readonly query?: RetrieveIdentityQuery | undefined },",
	);
	expect(methods("inline")).toContain("retrieve(id: string, options?: RequestOptions): ApiCall<");
});

test("a new operation has a method with its words, parameters, errors and an example", () => {
	const text = methods("grown").slice(methods("grown").indexOf("Merges another"));
	for (const part of [
		"@param body.mode - Whose fields win. Required.",
		"@throws {ConflictError}",
		"@throws {IdentityNotFoundError}",
		"@deprecated",
		'await client.merge("user_1", { mode: "keep", source: "…" });',
		"merge(\n\t\tid: string,\n\t\tbody: MergeIdentityRequest,",
	]) {
		expect(text).toContain(part);
	}
});

test("parameters stand where callers expect them, whatever an operation has", () => {
	const text = methods("grown");
	expect(text).toContain(
		"search(\n\t\tquery: SearchIdentitiesQuery,\n\t\toptions?: RequestOptions,\n\t): ApiCall<SearchIdentitiesResponse",
	);
	expect(text).toContain("getStats(options?: RequestOptions): ApiCall<GetIdentityStatsResponse");
	expect(text).toContain(
		"archive(id: string, options?: RequestOptions): ApiCall<void, ArchiveIdentityError>",
	);
	expect(text).toContain("list(query?: ListIdentitiesQuery, options?: ListOptions): IdentitiesList");
});

test("errors follow from the form of an operation", () => {
	expect(core("grown", "errors")).toContain(
		"export type MergeIdentityError = CommonError | ConflictError | IdentityNotFoundError;",
	);
	expect(core("components", "errors")).toBe(core("inline", "errors"));
});

test("paths follow the wire, the types of callers do not", () => {
	expect(core("components", "paths")).toContain('"filter_by.tags"?: string[];');
	expect(core("components", "types")).not.toContain("filter_by.tags");
});

test("one reader serves all answers that are an identity", () => {
	expect(core("grown", "rows").match(/read: readIdentity,/g)).toHaveLength(5);
	expect(core("grown", "read").match(/const readIdentity: /g)).toHaveLength(1);
});

type Fields = Record<string, unknown>;
type Reader = (fields: Fields) => string | undefined;
type DateReader = (fields: Fields, date: (text: string) => unknown) => string | undefined;

/** What a generated file of core exports, run; `has` is what it imports. */
function run(source: string, has: object): Fields {
	const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
	const exports = {};
	const { outputText } = ts.transpileModule(source, { compilerOptions: options });
	new Function("exports", "require", outputText)(exports, () => has);
	return exports;
}

const verbs = (): Fields =>
	run(ts.sys.readFile(`${import.meta.dirname}/../../../packages/core/src/wire/reading.ts`) ?? "", {});

/** How a fixture's operation reads its answer. */
function reader(name: FixtureName, operation: string): Reader {
	const nothing = () => {};
	const rules = { flatten: nothing };
	const { rows } = run(core(name, "rows"), { ...rules, ...run(core(name, "read"), verbs()) });
	return (rows as Record<string, { read?: Reader }>)[operation]?.read ?? (() => undefined);
}

const dateReader = (name: FixtureName, operation: string): DateReader | undefined =>
	(run(core(name, "dates"), verbs())["dates"] as Record<string, DateReader>)[operation];

test("a reader fills in what is required and drops a null that the document doesn't know", () => {
	const identity = {
		_id: "a",
		external_id: null,
		tags: null,
		display_name: null,
		metrics: { total_cost: 2 },
		new: null,
	};
	expect(reader("components", "retrieve")(identity)).toBeUndefined();
	expect(identity).toEqual({
		_id: "a",
		external_id: "",
		display_name: null,
		metrics: { total_cost: 2, total_tokens: 0, total_requests: 0, error_rate: 0 },
		new: null,
	});
});

test("a walk hands every date to the caller, also deep inside, and says which is none", () => {
	const date = (text: string) => (text === "now" ? 0 : undefined);
	const identity = {
		_id: "a",
		external_id: "b",
		created: "now",
		budget: { limit: 1, alerts: [{ threshold: 1, sent_at: "now" }] },
	};
	expect(dateReader("grown", "create")?.(identity, date)).toBeUndefined();
	expect(identity).toMatchObject({ created: 0, budget: { alerts: [{ sent_at: 0 }] } });
	const wrong = { _id: "a", budget: { alerts: [{}, { sent_at: "never" }] } };
	expect(dateReader("grown", "create")?.(wrong, date)).toMatch(/^budget\.alerts\[1\]\.sent_at: /);
});

test("a reader refuses an identity without an id, and nothing else", () => {
	expect(reader("inline", "list")({ id: "a" })).toBe("_id: not a string");
	expect(reader("grown", "merge")({})).toBeUndefined();
});
