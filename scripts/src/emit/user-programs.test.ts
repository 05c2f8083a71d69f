/**
 * What users' programs may say is tested on a fixture, compiled with the real compiler,
 * so that an update of the real document can't break these tests.
 */
import ts from "typescript";
import { beforeAll, expect, test } from "vitest";
import { type FixtureName, fixture, identities, model } from "../fixture.ts";
import { emitAll } from "../generated.ts";

/** What the generated files import from hand-written ones, as far as types go. */
const stubs = {
	"core/index.ts": 'export * from "./generated/types.ts"; export * from "./generated/errors.ts";',
	"core/failure/classes.ts": `
		export class IdentityNotFoundError { readonly _tag = "IdentityNotFoundError"; }
		export class ConflictError { readonly _tag = "ConflictError"; }
		export class ServerError { readonly _tag = "ServerError"; }
		export type CommonError = ServerError;`,
	"client/call.ts": `
		export type Result<Data, Failure> = { ok: true; data: Data } | { ok: false; error: Failure };
		export interface ApiCall<Data, Failure> extends Promise<Data> { result(): Promise<Result<Data, Failure>>; }`,
	"client/options.ts": `
		export interface RequestOptions { readonly timeoutMs?: number | undefined }
		export interface ListOptions extends RequestOptions { readonly prefetch?: boolean | undefined }`,
	"client/send.ts": `
		import type { OperationAnswers, OperationErrors, OperationInputs } from "../core/index.ts";
		import type { ApiCall } from "./call.ts";
		import type { RequestOptions } from "./options.ts";
		export type Send = <N extends keyof OperationInputs>(operation: N, input: OperationInputs[N],
			options?: RequestOptions) => ApiCall<OperationAnswers[N], OperationErrors[N]>;`,
	"client/list.ts": `
		import type { Identity, ListIdentitiesError, ListIdentitiesQuery, ListIdentitiesResponse } from "../core/index.ts";
		import type { ApiCall } from "./call.ts";
		import type { ListOptions } from "./options.ts";
		import type { Send } from "./send.ts";
		export declare class IdentitiesList implements AsyncIterable<Identity> {
			constructor(send: Send, query: ListIdentitiesQuery | undefined, options: ListOptions | undefined);
			[Symbol.asyncIterator](): AsyncIterator<Identity>;
			then: ApiCall<ListIdentitiesResponse, ListIdentitiesError>["then"];
			result: ApiCall<ListIdentitiesResponse, ListIdentitiesError>["result"];
		}`,
};
const options: ts.CompilerOptions = {
	target: ts.ScriptTarget.ES2022,
	module: ts.ModuleKind.ESNext,
	moduleResolution: ts.ModuleResolutionKind.Bundler,
	lib: ["lib.es2022.d.ts"],
	types: [],
	strict: true,
	exactOptionalPropertyTypes: true,
	noUncheckedIndexedAccess: true,
	verbatimModuleSyntax: true,
	allowImportingTsExtensions: true,
	noEmit: true,
};

const generated = new Map<FixtureName, Record<string, string>>();
beforeAll(async () => {
	for (const name of ["inline", "components", "grown"] as const) {
		const files = await emitAll(model(fixture(name)), identities(fixture(name)));
		const moved = Object.entries(files).map(([path, text]) => [
			path.replace(/packages\/(\w+)\/src\//, "$1/"),
			text.replaceAll('"@orq/identities-core"', '"../../core/index.ts"'),
		]);
		generated.set(name, Object.fromEntries(moved) as Record<string, string>);
	}
});

const libraries = new Map<string, ts.SourceFile | undefined>();

/** Compiles a program against the types of a fixture, and gives the codes of what is wrong with it. */
function compile(name: FixtureName, program: string): string[] {
	const files: Record<string, string> = {
		...stubs,
		...generated.get(name),
		"program.ts": `import type { IdentitiesMethods } from "./client/generated/methods.ts";
			declare const client: IdentitiesMethods;
			declare const console: { log(...values: unknown[]): void };
			export async function program() { ${program} }`,
	};
	const host = ts.createCompilerHost(options);
	const disk = { ...host };
	host.getCurrentDirectory = () => "/";
	host.directoryExists = () => true;
	host.fileExists = (path) => path.slice(1) in files || disk.fileExists(path);
	host.readFile = (path) => files[path.slice(1)] ?? disk.readFile(path);
	host.getSourceFile = (path, version) => {
		const text = files[path.slice(1)];
		if (text !== undefined) return ts.createSourceFile(path, text, version);
		if (!libraries.has(path)) libraries.set(path, disk.getSourceFile(path, version));
		return libraries.get(path);
	};
	const roots = ["/program.ts", "/client/generated/methods.ts", "/core/generated/paths.ts"];
	const compiled = ts.createProgram({ rootNames: roots, options, host });
	return ts.getPreEmitDiagnostics(compiled).map(({ code, messageText }) => {
		return `TS${code} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
	});
}

test.each<FixtureName>(["inline", "components", "grown"])(
	"a program that uses every method compiles (%s)",
	(name) => {
		const program = `
		const { data } = await client.list({ limit: 50, search: "jo", filter_by: { tags: ["premium"] }, include_metrics: true }, { timeoutMs: 1 });
		for await (const identity of client.list()) console.log(identity.external_id, identity.metrics?.total_cost.toFixed());
		const made = await client.create({ external_id: "jo", email: null, tags: ["a"] as const, metadata: { a: [1] } }, { timeoutMs: 1 });
		const workspace: string | undefined = made.workspace_id;
		const one = await client.retrieve("jo", { timeoutMs: 1 });
		const tags: string[] | undefined = one.tags;
		await client.update("jo", { display_name: null, email: undefined }, { timeoutMs: 1 });
		const nothing: void = await client.delete("jo", { timeoutMs: 1 });
		console.log(data.length, workspace, tags, nothing);`;
		expect(compile(name, program)).toEqual([]);
	},
);

test.each<[string, string, RegExp]>([
	["an unknown query parameter", "client.list({ page: 2 })", /TS2353 .*'page' does not exist/],
	[
		"a missing external_id",
		'client.create({ display_name: "Jo" })',
		/TS2345 [\s\S]*'external_id' is missing/,
	],
	["filter_by of the wrong form", 'client.list({ filter_by: ["premium"] })', /TS\d+ /],
	["tags that are no list", 'client.list({ filter_by: { tags: "premium" } })', /TS2322 /],
	[
		"an update of external_id",
		'client.update("jo", { external_id: "al" })',
		/TS2353 .*'external_id' does not exist/,
	],
	[
		"workspace_id where the document gives none",
		'(await client.retrieve("jo")).workspace_id',
		/TS2339 .*'workspace_id' does not exist/,
	],
	["writing a date that the server sets", '(await client.retrieve("jo")).created = ""', /TS2540 .*read-only/],
	[
		"a query where the document has none",
		'client.retrieve("jo", { query: { include_metrics: true } })',
		/TS2353 .*'query' does not exist/,
	],
])("%s is refused", (_, program, message) => {
	const problems = compile("inline", `${program};`);
	expect(problems).toHaveLength(1);
	expect(problems[0]).toMatch(message);
});

test("an enum is closed in a request, and open in an answer", () => {
	expect(compile("components", 'client.list({ sort_by: "SORT_FIELD_UNSPECIFIED" });')).toHaveLength(1);
	expect(compile("components", 'client.list({ sort_by: "SORT_FIELD_UPDATED" });')).toEqual([]);
	expect(
		compile("grown", '(await client.merge("a", { mode: "keep", source: "b" })).state === "cancelled";'),
	).toEqual([]);
});

test("a query beside an id is typed by the operation", () => {
	expect(
		compile("components", 'client.retrieve("jo", { query: { include_metrics: true }, timeoutMs: 1 });'),
	).toEqual([]);
	expect(compile("components", 'client.retrieve("jo", { query: { limit: 1 } });')).toHaveLength(1);
});

test("the errors of a list have no not-found, those of one identity have", () => {
	const look = (call: string) =>
		compile(
			"inline",
			`const r = await client.${call}.result(); if (!r.ok && r.error._tag === "IdentityNotFoundError") return 1; return 0;`,
		);
	expect(look('retrieve("jo")')).toEqual([]);
	expect(look("list()")[0]).toMatch(/TS2367 /);
});

test("the examples in the comments compile", () => {
	for (const name of ["inline", "components", "grown"] as const) {
		const methods = generated.get(name)?.["client/generated/methods.ts"] ?? "";
		const examples = [...methods.matchAll(/@example\n((?: \* .*\n)+)/g)].map(
			([, lines = ""]) => `{ ${lines.replaceAll(/^ \* /gm, "")} }`,
		);
		expect(examples.length).toBeGreaterThan(4);
		expect(compile(name, examples.join("\n"))).toEqual([]);
	}
});
