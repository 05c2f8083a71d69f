import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Level } from "../../level/level.ts";
import { publishedPackages } from "../../level/packages.ts";
import { currentModel } from "../judgement.ts";
import { build, clear, declarations, type Folder, put, releasedWorkspace } from "../released.ts";
import { judgeDeclarations } from "./judge.ts";

let root = "";
beforeAll(() => {
	root = releasedWorkspace();
});
afterAll(() => clear(root));
beforeEach(() => {
	for (const folder of ["core", "client", "effect"] as const) build(root, folder, declarations(folder));
});

/** What the judge finds after one edit of a package's declarations. */
function judged(folder: Folder, from: string, to: string) {
	const text = declarations(folder);
	if (!text.includes(from)) throw new Error(`the fixture of ${folder} has no ${from}`);
	build(root, folder, text.replace(from, to));
	return judgeDeclarations(root, publishedPackages(root), currentModel(root));
}

const found = (folder: Folder, from: string, to: string): string[] =>
	(judged(folder, from, to)[`@orq/identities-${folder}`]?.changes ?? []).map(
		({ level, elsewhere, where, kind }) => `${elsewhere ?? level} ${where}: ${kind}`,
	);

test("declarations that are the same have not changed", () => {
	for (const { changes, problems } of Object.values(judged("core", "", ""))) {
		expect(changes).toEqual([]);
		expect(problems).toEqual([]);
	}
});

test.each<[string, Folder, string, string, Level, string]>([
	[
		"options moved to another place",
		"client",
		"retrieve(id: string, options?: RequestOptions)",
		"retrieve(options?: RequestOptions, id?: string)",
		"major",
		"IdentitiesClient.retrieve: arguments moved",
	],
	[
		"a field made required in a method's parameter",
		"core",
		"email?: string | null | undefined;\n}",
		"email: string | null;\n}",
		"major",
		"CreateIdentityRequest.email: now required",
	],
	[
		"a key gone from a query, though it was optional",
		"core",
		"search?: string | undefined;",
		"",
		"major",
		"ListIdentitiesQuery.search: gone",
	],
	[
		"a new optional key of a query",
		"core",
		"search?:",
		"page?: number; search?:",
		"minor",
		"ListIdentitiesQuery.page: optional added",
	],
	[
		"a new required key of a request",
		"core",
		"external_id: string;",
		"external_id: string; plan: string;",
		"major",
		"CreateIdentityRequest.plan: required added",
	],
	[
		"a new required key of an answer",
		"core",
		"_id: string;",
		"_id: string; plan: string;",
		"minor",
		"Identity.plan: required added",
	],
	["a key gone from an answer", "core", "tags?: string[];", "", "major", "Identity.tags: gone"],
	[
		"a key of an answer that may be missing now",
		"core",
		"_id: string;",
		"_id?: string;",
		"major",
		"Identity._id: now optional",
	],
	[
		"a key of a request that may be left out now",
		"core",
		"external_id: string;",
		"external_id?: string;",
		"minor",
		"CreateIdentityRequest.external_id: now optional",
	],
	[
		"null in an answer",
		"core",
		"readonly created?: string;",
		"readonly created?: string | null;",
		"major",
		"Identity.created: null added",
	],
	[
		"null no longer taken in a request",
		"core",
		"email?: string | null | undefined;",
		"email?: string | undefined;",
		"major",
		"CreateIdentityRequest.email: null removed",
	],
	[
		"undefined no longer taken in a request",
		"core",
		"limit?: number | undefined;",
		"limit?: number;",
		"major",
		"ListIdentitiesQuery.limit: type narrowed",
	],
	[
		"another type in an answer",
		"core",
		"tags?: string[];",
		"tags?: number[];",
		"major",
		"Identity.tags[]: type changed",
	],
	[
		"a value gone from a request's enum",
		"core",
		'"name" | "created"',
		'"name"',
		"major",
		"ListIdentitiesQuery.sort_by: value removed",
	],
	[
		"a new value of a request's enum",
		"core",
		'"name" | "created"',
		'"name" | "created" | "updated"',
		"minor",
		"ListIdentitiesQuery.sort_by: value added",
	],
	[
		"a text that becomes an enum in a request",
		"core",
		"search?: string |",
		'search?: "a" | "b" |',
		"major",
		"ListIdentitiesQuery.search: enum gained",
	],
	[
		"a key gone deep inside a request",
		"core",
		"readonly tags?: readonly string[] | undefined }",
		"readonly labels?: readonly string[] }",
		"major",
		"ListIdentitiesQuery.filter_by.tags: gone",
	],
	[
		"what a callback is given less",
		"client",
		"readonly attempt: number; ",
		"",
		"major",
		"ClientOptions.onRetry(info).attempt: gone",
	],
	[
		"what a callback has to give back",
		"client",
		"readonly reason: ServerError }) => void)",
		"readonly reason: ServerError }) => boolean)",
		"major",
		"ClientOptions.onRetry(): type changed",
	],
	[
		"a constructor that asks for options",
		"client",
		"constructor(options?: ClientOptions)",
		"constructor(options: ClientOptions)",
		"major",
		"IdentitiesClient(options): now required",
	],
	[
		"a form of the key that is no longer taken",
		"client",
		"string | (() => Promise<string>) | undefined",
		"string | undefined",
		"major",
		"ClientOptions.apiKey: type narrowed",
	],
	[
		"a method that is gone",
		"client",
		"pages(): AsyncIterable<Identity[]>;",
		"",
		"major",
		"IdentitiesList.pages: gone",
	],
	[
		"an iterator that is gone",
		"client",
		"[Symbol.asyncIterator](): AsyncIterator<Identity>;",
		"",
		"major",
		"IdentitiesList.[Symbol.asyncIterator]: gone",
	],
	[
		"a new method",
		"client",
		"pages():",
		"first(): Promise<Identity>; pages():",
		"minor",
		"IdentitiesList.first: required added",
	],
	[
		"an answer inside a promise",
		"client",
		"create(body: CreateIdentityRequest, options?: RequestOptions): ApiCall<Identity,",
		"create(body: CreateIdentityRequest, options?: RequestOptions): ApiCall<Identity | undefined,",
		"major",
		"IdentitiesClient.create().result().data: type widened",
	],
	[
		"an error's constructor that asks for more",
		"core",
		"readonly id: string });",
		"readonly id: string; readonly status: number });",
		"major",
		"IdentityNotFoundError(fields).status: required added",
	],
	["a name that is gone", "core", "export type Cursor", "export type Bookmark", "major", "Cursor: name gone"],
	[
		"a new name",
		"core",
		"export type Cursor",
		"export type Page = string; export type Cursor",
		"minor",
		"Page: name added",
	],
	[
		"a type that no signature reaches, as those who read it feel it",
		"core",
		"{ readonly starting_after: string }",
		"{ readonly starting_after: string | null }",
		"major",
		"Cursor.starting_after: null added",
	],
	[
		"a type that no signature reaches, as those who write it feel it",
		"core",
		"{ readonly starting_after: string }",
		"{ readonly starting_after: string; readonly page: number }",
		"major",
		"Cursor.page: required added",
	],
	[
		"another error of a method, to those with promises",
		"client",
		"ApiCall<Identity, ServerError>",
		"ApiCall<Identity, RetrieveIdentityError>",
		"minor",
		"IdentitiesClient.create().result().error: error added",
	],
	[
		"the public part of the operation table",
		"core",
		'readonly path: "/v2/identities"',
		'readonly path: "/v3/identities"',
		"major",
		"operations.list.path: type changed",
	],
])("finds %s", (_, folder, from, to, level, change) => {
	expect(found(folder, from, to)).toContain(`${level} ${change}`);
});

test("finds an entry that is gone, and one that is new", () => {
	const path = "packages/client/package.json";
	const manifest = readFileSync(join(root, path), "utf8");
	put(root, path, manifest.replace('".":', '"./node":'));
	const { changes = [] } =
		judgeDeclarations(root, publishedPackages(root), currentModel(root))["@orq/identities-client"] ?? {};
	put(root, path, manifest);
	expect(changes.map(({ level, where }) => `${level} ${where}`)).toEqual([
		"major @orq/identities-client",
		"minor @orq/identities-client/node",
	]);
});

test("one edit is one finding", () => {
	expect(found("core", "search?: string | undefined;", "")).toEqual([
		"major ListIdentitiesQuery.search: gone",
	]);
	expect(found("core", "_id: string;", "_id?: string;")).toEqual(["major Identity._id: now optional"]);
});

test("in the Effect client an error that is new or gone, or a date, is major", () => {
	const levels = (from: string, to: string) =>
		judged("effect", from, to)["@orq/identities-effect"]?.changes.map(({ level, kind }) => [level, kind]);
	expect(levels("ServerError | IdentityNotFoundError>", "ServerError>")).toEqual([["major", "error gone"]]);
	expect(levels("created?: { readonly epochMillis: number }", "created?: string")).toEqual([
		["major", "type changed"],
	]);
});

test("an operation that is new is minor in every package, whichever way its name goes", () => {
	const ofPackages = judged("core", "create: {", "update: { readonly body: Cursor };\n\tcreate: {");
	const levels = Object.values(ofPackages).flatMap(({ changes }) => changes.map((change) => change.level));
	expect(new Set(levels)).toEqual(new Set(["minor"]));
	const places = ofPackages["@orq/identities-client"]?.changes.map(({ where }) => where);
	expect(places).toContain("Counts.update");
	expect(places).toContain("FaultRule.operation");
});

test("an operation that is gone is major", () => {
	const edit = "create: { readonly body: CreateIdentityRequest };";
	const { changes = [] } = judged("core", edit, "")["@orq/identities-client"] ?? {};
	const told = changes.map(({ level, where }) => `${level} ${where}`);
	expect(told).toContain("major FaultRule.operation");
	expect(told).toContain("major Counts.create");
});

test.each([
	["what is not public of the operation table", "core", "maximum: 50", "maximum: 20"],
	["`paths`, which follows the wire", "core", '200: "a page"', '204: "nothing"'],
	["private members", "client", "\tconstructor(options?", "\tprivate other;\n\tconstructor(options?"],
	["what is for our own packages", "client", "constructor(send: number)", "constructor(send: string)"],
	["comments", "core", "/** Reached by no signature: it may be read and written. */", ""],
] as const)("%s may change", (_, folder, from, to) => {
	expect(found(folder, from, to)).toEqual([]);
});

test.each([
	[
		"`any` in the place of a type",
		"core",
		"_id: string;",
		"_id: any;",
		"`Identity._id` is `any`, it was string",
	],
	[
		"`any` in something new",
		"client",
		"pages():",
		"all(how: any): void; pages():",
		"`IdentitiesList.all(how)` is `any`",
	],
	[
		"`unknown` where the model has a type",
		"core",
		"email?: string | null | undefined;",
		"email?: unknown;",
		"`CreateIdentityRequest.email` is `unknown`, it was string | null | undefined",
	],
	[
		"`never`",
		"core",
		"tags?: string[];",
		"tags?: never;",
		"`Identity.tags` is `never`, it was string[] | undefined",
	],
] as const)("%s is refused, whatever the level", (_, folder, from, to, problem) => {
	expect(judged(folder, from, to)[`@orq/identities-${folder}`]?.problems).toContain(problem);
});

test("`unknown` is what a type has to be where the model says nothing", () => {
	const narrow = declarations("core").replace("[key: string]: unknown", "[key: string]: string");
	put(root, "packages/core/api/index.d.ts", narrow);
	const { problems } = judged("core", "", "")["@orq/identities-core"] ?? {};
	put(root, "packages/core/api/index.d.ts", declarations("core"));
	expect(problems).toEqual([]);
});
