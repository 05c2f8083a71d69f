import { beforeAll, expect, test } from "vitest";
import { type FixtureName, fixture, identities, model } from "../fixture.ts";
import { emitAll } from "../generated.ts";
import { format } from "./format.ts";

const files: Partial<Record<FixtureName, Record<string, string>>> = {};
beforeAll(async () => {
	for (const name of ["inline", "components", "grown"] as const) {
		files[name] = format(await emitAll(model(fixture(name)), identities(fixture(name))));
	}
});

const generated = (name: FixtureName, file: "methods" | "schemas" | "types"): string =>
	(files[name]?.[`packages/effect/src/generated/${file}.ts`] ?? "").replaceAll(
		/\n\s*\/\*\*[\s\S]*?\*\//g,
		"",
	);

/** A schema as it is written, without its comments. */
const schema = (name: FixtureName, of: string): string =>
	new RegExp(`export const ${of}(:[^=]*)? = [\\s\\S]*?;\\n(?=\\n|$)`).exec(generated(name, "schemas"))?.[0] ??
	"";

test("an answer's dates are DateTime.Utc in Effect's types, also those that may be null", () => {
	const types = generated("grown", "types");
	expect(types).toContain("readonly created?: DateTime.Utc;");
	expect(types).toContain("sent_at?: DateTime.Utc | null;");
});

test("types without a date are core's own", () => {
	const types = generated("grown", "types");
	expect(types).not.toMatch(/(interface|type) (IdentityMetrics|CreateIdentityRequest|Group)\b/);
	expect(types).toMatch(/export type \{[^}]*\bCreateIdentityRequest,[^}]*\} from "@orq\/identities-core";/);
	expect(types).toMatch(/import type \{[^}]*\bIdentityMetrics\b[^}]*\} from "@orq\/identities-core";/);
});

test("a type that holds a date only inside another is Effect's, too", () => {
	expect(generated("grown", "types")).toContain("export interface ListIdentitiesResponse {");
	expect(generated("grown", "types")).toContain("export interface IdentityBudget {");
});

test("every operation is a method with its exact failure", () => {
	const methods = generated("grown", "methods");
	expect(methods).toMatch(
		/readonly merge: \(\s*id: string,\s*body: MergeIdentityRequest,\s*options\?: RequestOptions & \{ readonly query\?: MergeIdentityQuery \| undefined \},?\s*\) => Effect\.Effect<MergeIdentityResponse, MergeIdentityError>;/,
	);
	expect(methods).toContain('merge: (id, body, options) => send("merge", { path: { id }, body }, options),');
	expect(methods).toContain('getStats: (options) => send("getStats", {}, options),');
});

test("a method's hover says what it fails with and shows a call", () => {
	const methods = files.grown?.["packages/effect/src/generated/methods.ts"] ?? "";
	expect(methods).toContain("Fails with `IdentityNotFoundError` where no identity has this id");
	expect(methods).toContain('const identity = yield* identities.retrieve("user_4711");');
	expect(methods).toContain('yield* identities.delete("user_4711");');
});

test("what core's reader fills in or leaves out, the schema does", () => {
	expect(schema("grown", "IdentityBudgetAlert")).toBe(
		'export const IdentityBudgetAlert: Schema.Codec<Types.IdentityBudgetAlert, unknown> = answer({\n\tthreshold: filled(Schema.Finite, 0),\n\tsent_at: Schema.optionalKey(Schema.NullOr(Utc)),\n}).annotate({ identifier: "IdentityBudgetAlert" });\n',
	);
	expect(schema("grown", "MergeIdentityResponse")).toContain(
		"note: filled(Schema.NullOr(Schema.String), null),",
	);
	expect(schema("inline", "Identity")).toContain(
		"metrics: Schema.optionalKey(Schema.NullOr(IdentityMetrics)),",
	);
});

test("enums are open in the schema of an answer and closed in that of a request", () => {
	expect(schema("grown", "MergeIdentityResponse")).toContain(
		'state: filled(Schema.Union([Schema.Literals(["done", "queued"]), Schema.String]), ""),',
	);
	expect(schema("grown", "MergeIdentityRequest")).toContain('mode: Schema.Literals(["keep", "replace"]),');
});

test("a request's schema has the document's limits", () => {
	expect(schema("inline", "CreateIdentityRequest")).toContain(
		"external_id: text({ minLength: 1, maxLength: 120 }),",
	);
	expect(schema("inline", "ListIdentitiesQuery")).toContain(
		"Schema.Int.check(Schema.isGreaterThanOrEqualTo(1), Schema.isLessThanOrEqualTo(50))",
	);
});

test("what a request may leave out is left out of its encoding, and a caller's own object written as JSON", () => {
	const request = schema("inline", "CreateIdentityRequest");
	expect(request).toContain("display_name: optional(Schema.NullOr(Schema.String)),");
	expect(request).toContain("metadata: optional(written(Schema.Record(Schema.String, Schema.Unknown))),");
});

test("a schema that contains itself refers to itself lazily", () => {
	expect(schema("grown", "Group")).toContain(
		"parent: dropped(Schema.suspend((): Schema.Codec<Types.Group, unknown> => Group)),",
	);
});

test("equal schemas are one, under both names", () => {
	expect(schema("components", "CreateIdentityResponse")).toBe(
		"export const CreateIdentityResponse = Identity;\n",
	);
});

test("each operation's failure has a schema", () => {
	expect(schema("grown", "MergeIdentityError")).toBe(
		"export const MergeIdentityError = Schema.Union([CommonError, ConflictError, IdentityNotFoundError]);\n",
	);
});
