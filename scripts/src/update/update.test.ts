import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { JsonObject } from "../document/json.ts";
import { DocumentProblem } from "../document/problem.ts";
import { printYaml } from "../document/yaml.ts";
import { changed, fixture } from "../fixture.ts";
import type { Judgement } from "../gate/judgement.ts";
import { changeOf } from "../level/change.ts";
import { overlayFile, upstreamFile } from "../repository.ts";
import { UpdateProblem } from "./problem.ts";
import { inlined, renamed } from "./rewrites.ts";
import { asJson, asText, levelOf } from "./summary.ts";
import { clear, contentsOf, treeOf } from "./tree.ts";
import type { Tried } from "./trial.ts";
import { type Trial, update } from "./update.ts";

const january = fixture("inline");
const may = fixture("components");
const place = mkdtempSync(join(tmpdir(), "orq-published-"));
const trees = new Map<JsonObject, string>();
beforeAll(async () => {
	for (const document of [january, may]) trees.set(document, await treeOf(document));
});
afterAll(() => {
	for (const tree of [place, ...trees.values()]) clear(tree);
});

let root = "";
/** Starts from a tree that follows a document. */
function startFrom(document: JsonObject): void {
	if (root !== "") clear(root);
	root = mkdtempSync(join(tmpdir(), "orq-update-test-"));
	cpSync(trees.get(document) ?? "", root, { recursive: true });
}
beforeEach(() => startFrom(january));
afterEach(() => clear(root));

const content: Judgement = { findings: [], problems: [], needed: "none", pending: "major", tooLow: [] };
const judges =
	(
		judgement: Partial<Judgement>,
		{ unsettled = [], brokenTests = [] }: Partial<Omit<Tried, "judgement">> = {},
	): Trial =>
	() =>
		Promise.resolve({ judgement: { ...content, ...judgement }, unsettled, brokenTests });
const passes = judges({});
const quiet = { isDryRun: false, keepOurs: false, report: () => {}, trial: passes };

function published(document: JsonObject | string, name = "published.yaml"): string {
	const path = join(place, name);
	writeFileSync(path, typeof document === "string" ? document : printYaml(document, []));
	return path;
}
const updateTo = (document: JsonObject | string, asked: Partial<Parameters<typeof update>[0]> = {}) =>
	update({ root, from: published(document), ...quiet, ...asked });
const read = (path: string): string => readFileSync(join(root, path), "utf8");

const list = "paths /v2/identities get";
const item = `${list} responses 200 content application/json schema properties data items`;
const limit = `${list} parameters 0 schema`;

const object = (properties: JsonObject): JsonObject => ({ type: "object", properties });
const number = { type: "number" };
const counts = { total_cost: number, total_tokens: number, total_requests: number, error_rate: number };
const usage = { ...object(counts), required: Object.keys(counts) };

const answers = (schema: JsonObject): JsonObject => ({
	"200": { description: "", content: { "application/json": { schema } } },
});

describe("a document that says the same changes no byte", () => {
	test.each<[string, JsonObject, JsonObject]>([
		["the same document", january, january],
		[
			"with another time of publication",
			january,
			changed(january, `${item} properties created default`, "2026-09-09T09:09:09Z"),
		],
		[
			"with other examples and extensions",
			january,
			changed(january, `${item} properties email`, {
				type: ["string", "null"],
				format: "email",
				example: "x",
				"x-other": 1,
			}),
		],
		["with components, and everything inlined", may, inlined(may)],
		["with components, and all of them renamed", may, renamed(may)],
	])("%s", async (_, before, after) => {
		startFrom(before);
		const contents = contentsOf(root);
		const outcome = await updateTo(after);
		expect(outcome).toMatchObject({ files: [], changes: [], changeset: undefined });
		expect(contentsOf(root)).toEqual(contents);
	});
});

test("a fact that a publication loses is held by the overlay, and told", async () => {
	const outcome = await updateTo(changed(january, `${limit} maximum`, undefined));
	expect(outcome.files).toEqual([upstreamFile]);
	expect(levelOf(outcome)).toBe("none");
	expect(asText(outcome)).toContain(
		"silent       ListIdentities limit, `maximum`: nothing is published, ours is 50",
	);
});

test("what is new is minor: written, announced, and nothing the second time", async () => {
	const grown = changed(january, `${item} properties plan`, { type: "string" });
	const outcome = await updateTo(grown);
	expect(levelOf(outcome)).toBe("minor");
	expect(outcome.wordless).toEqual(["Identity.plan"]);
	expect(outcome.files).toContain("packages/core/src/generated/types.ts");
	expect(read("packages/core/src/generated/types.ts")).toContain("plan?: string;");
	expect(read(outcome.changeset ?? "")).toContain("- `Identity.plan` is new");
	const contents = contentsOf(root);
	expect(await updateTo(grown)).toMatchObject({ files: [], changes: [] });
	expect(contentsOf(root)).toEqual(contents);
});

test("a dry run says the same and writes nothing", async () => {
	const contents = contentsOf(root);
	const trial: Trial = () => Promise.reject(new Error("a dry run tries nothing"));
	const outcome = await updateTo(may, { isDryRun: true, trial });
	expect(levelOf(outcome)).toBe("minor");
	expect(outcome.files).toContain(upstreamFile);
	expect(contentsOf(root)).toEqual(contents);
});

test("a whole rewrite is at most minor, and tells each fact that the overlay holds", async () => {
	const outcome = await updateTo(may);
	expect(levelOf(outcome)).toBe("minor");
	const held = outcome.differences.filter((difference) => difference.new);
	expect(held.length).toBeGreaterThan(30);
	expect(held.filter(({ kind }) => kind === "contradicted")).toEqual([]);
	for (const { where, keyword } of held) expect(asText(outcome)).toContain(`${where}, \`${keyword}\``);
});

test("an operation that is added appears in both clients, typed and told, as minor", async () => {
	const merge = {
		operationId: "IdentitiesService_MergeIdentity",
		summary: "Merges another identity into this one.",
		parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
		requestBody: {
			required: true,
			content: {
				"application/json": {
					schema: {
						type: "object",
						required: ["source"],
						properties: { source: { type: "string", description: "Who goes." } },
					},
				},
			},
		},
		responses: { "200": { description: "Done" } },
	};
	const outcome = await updateTo(changed(january, "paths /v2/identities/{id}/merge", { post: merge }));
	expect(outcome.changes).toContainEqual(
		expect.objectContaining({
			level: "minor",
			where: "merge",
			what: "is new: POST /v2/identities/{id}/merge. Merges another identity into this one.",
		}),
	);
	expect(levelOf(outcome)).toBe("minor");
	const client = read("packages/client/src/generated/methods.ts");
	expect(client).toMatch(
		/Merges another identity into this one\.[\s\S]+merge\(\s*id: string,\s*body: MergeIdentityRequest,\s*options\?/,
	);
	expect(client).toContain("@throws {ConflictError}");
	expect(read("packages/effect/src/generated/methods.ts")).toContain("MergeIdentityRequest");
	expect(read("packages/core/src/generated/errors.ts")).toContain(
		"export type MergeIdentityError = CommonError | ConflictError | IdentityNotFoundError;",
	);
});

test("what breaks callers is major, with what they have to do", async () => {
	const outcome = await updateTo(changed(january, `${item} properties tags`, undefined));
	expect(levelOf(outcome)).toBe("major");
	expect(asText(outcome)).toContain(
		"Breaks callers (1):\n  `Identity.tags` is gone\n    → Take it out of your code",
	);
	expect(read(outcome.changeset ?? "")).toContain("_Migration: Take it out of your code");
});

test("an operation that the publisher calls otherwise keeps its name, and that is told", async () => {
	const outcome = await updateTo(changed(january, `${list} operationId`, "Service_FetchAll"));
	expect(outcome.files).toEqual([]);
	expect(outcome.changes.map(({ level, where, what }) => [level, where, what])).toEqual([
		["none", "ListIdentities", "is called otherwise by the publisher; it keeps its name: `Service_FetchAll`"],
	]);
});

describe("a contradiction stops the update", () => {
	test.each<[string, string, JsonObject[string], RegExp]>([
		[
			"a tighter limit",
			`${limit} maximum`,
			20,
			/ListIdentities limit: `maximum` is 20 as published, and 50 in the overlay/,
		],
		[
			"another type",
			`${item} properties created`,
			{ type: "integer" },
			/Identity\.created: `type` is "integer" as published, and "string" in/,
		],
		[
			"another host",
			"servers",
			[{ url: "https://api.orq.ai" }],
			/servers: `url` is \["https:\/\/api\.orq\.ai"\] as published/,
		],
		[
			"another object where the overlay puts one",
			`${item} properties metrics`,
			object({ current: usage, previous: usage }),
			/Metrics\.current: is published, and the overlay hides it\n.*Metrics\.previous: is published/,
		],
		[
			"another object in a new operation",
			"paths /v2/identities/{id}/usage",
			{ get: { responses: answers(object({ metrics: object({ p50: number }) })) } },
			/Metrics\.p50: is published, and the overlay hides it/,
		],
	])("%s, unless ours is kept", async (_, where, value, message) => {
		const contents = contentsOf(root);
		const contradicted = changed(january, where, value);
		await expect(updateTo(contradicted)).rejects.toThrow(message);
		await expect(updateTo(contradicted)).rejects.toThrow(/--keep-ours/);
		expect(contentsOf(root)).toEqual(contents);
		const outcome = await updateTo(contradicted, { keepOurs: true });
		expect(outcome.differences).toContainEqual(expect.objectContaining({ kind: "contradicted", new: true }));
		// Known from now on: it stops no other update.
		expect((await updateTo(contradicted)).files).toEqual([]);
	});

	test("where the overlay follows the publisher, that counts as the change that it is", async () => {
		writeFileSync(join(root, overlayFile), read(overlayFile).replace("maximum: 50", "maximum: 20"));
		const outcome = await updateTo(changed(january, `${limit} maximum`, 20));
		expect(outcome.changes).toContainEqual(
			expect.objectContaining({ level: "major", where: "ListIdentitiesQuery.limit" }),
		);
	});
});

describe("what can't be taken over leaves the tree as it was", () => {
	const elsewhere = { ...january, paths: { "/v2/people": {} } };
	const demand = { name: "X-Tenant", in: "header", required: true, schema: { type: "string" } };

	test.each<[string, JsonObject | string, RegExp]>([
		["no document", "just a text", /published\.yaml: holds no object/],
		["neither YAML nor JSON", "a: [", /published\.yaml: .*\(\d+:\d+\)/],
		["no OpenAPI", { hello: "world" }, /is no OpenAPI document with paths/],
		["a web page", "<!doctype html><title>Sign in</title>", /published\.yaml: holds no object/],
		["without the API", elsewhere, /#\/paths: holds no \/v2\/identities/],
		[
			"with a reference to nowhere",
			changed(january, item, { $ref: "#/components/schemas/Nobody" }),
			/refers to #\/components\/schemas\/Nobody, which is not there/,
		],
		[
			"with a reference to another file",
			changed(january, item, { $ref: "other.yaml#/Identity" }),
			/refers to another document/,
		],
		[
			"with what clients can't express",
			changed(january, `${list} parameters 6`, demand),
			/asks for the header `X-Tenant`/,
		],
		[
			"without what the overlay is about",
			changed(january, `${item} properties metrics`, undefined),
			/matches nothing\n {2}Callers may lose what it says/,
		],
	])("%s", async (_, document, message) => {
		const contents = contentsOf(root);
		const failure = await updateTo(document).catch((thrown: unknown) => thrown);
		expect(failure instanceof DocumentProblem || failure instanceof UpdateProblem).toBe(true);
		expect(String(failure)).toMatch(message);
		expect(String(failure).split("\n").length).toBeGreaterThan(1); // Where and why, then what to do.
		expect(contentsOf(root)).toEqual(contents);
	});

	test("a file that is not there, and an address that nobody answers", async () => {
		for (const from of ["/nowhere/openapi.yaml", "http://127.0.0.1:9/openapi.yaml"]) {
			await expect(update({ root, from, ...quiet })).rejects.toThrow(UpdateProblem);
			await expect(update({ root, from, ...quiet })).rejects.toThrow(from);
		}
	});

	test("what doesn't build or compile", async () => {
		const contents = contentsOf(root);
		const trial: Trial = () =>
			Promise.reject(new UpdateProblem("client: build", "doesn't build", "Mend it."));
		await expect(updateTo(may, { trial })).rejects.toThrow("client: build: doesn't build\n  Mend it.");
		expect(contentsOf(root)).toEqual(contents);
	});

	test("a type that says nothing", async () => {
		const trial = judges({ problems: ["core: `Identity.plan` is `any`"] });
		await expect(updateTo(may, { trial })).rejects.toThrow("core: `Identity.plan` is `any`");
		expect(read(upstreamFile)).not.toContain("filter_by.tags");
	});
});

test("declarations that break more than the models say raise the level, and say so", async () => {
	const change = changeOf("gone", "RequestOptions.signal", { use: "request", judge: "declarations" });
	const finding = { package: "@orq/identities-client", level: "major", change } as const;
	const outcome = await updateTo(may, { trial: judges({ tooLow: [finding] }) });
	expect(levelOf(outcome)).toBe("major");
	expect(read(outcome.changeset ?? "")).toContain('"@orq/identities-client": major');
	expect(asText(outcome)).toContain("`RequestOptions.signal` is gone [seen in the declarations]");
});

test("what needs a hand outside of the packages is told, and holds nothing up", async () => {
	const outcome = await updateTo(may, {
		trial: judges({}, { unsettled: ["examples: typecheck\nsrc/demo.ts(1,1): error"] }),
	});
	expect(read(upstreamFile)).toContain("filter_by.tags");
	expect(asText(outcome)).toMatch(/Needs a hand.*\n {2}examples: typecheck\n {2}src\/demo\.ts/);
});

describe("tests of the packages that don't compile any more", () => {
	const brokenTests = ["client: typecheck\nsrc/http.test.ts(1,1): error"];
	const body = "paths /v2/identities post requestBody content application/json schema";
	const stricter = changed(january, `${body} required`, ["external_id", "display_name"]);

	test("stop an update that says to break nobody", async () => {
		const contents = contentsOf(root);
		const asked = updateTo(may, { trial: judges({}, { brokenTests }) });
		await expect(asked).rejects.toThrow(/no change says so[\s\S]*src\/http\.test\.ts/);
		expect(contentsOf(root)).toEqual(contents);
	});

	test("are told by one that breaks callers and says so", async () => {
		const outcome = await updateTo(stricter, { trial: judges({}, { brokenTests }) });
		expect(levelOf(outcome)).toBe("major");
		expect(asText(outcome)).toMatch(/Needs a hand.*\n {2}client: typecheck\n {2}src\/http\.test\.ts/);
	});
});

describe("the document may come", () => {
	test("as JSON", async () => {
		expect((await updateTo(JSON.stringify(january))).files).toEqual([]);
	});

	test("from a URL, which may fail", async () => {
		const server = createServer((request, response) => {
			response.writeHead(request.url === "/openapi.json" ? 200 : 404).end(JSON.stringify(january));
		});
		await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
		const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		try {
			expect((await update({ root, from: `${base}/openapi.json`, ...quiet })).files).toEqual([]);
			await expect(update({ root, from: `${base}/gone`, ...quiet })).rejects.toThrow(
				`${base}/gone: answers with 404 Not Found`,
			);
		} finally {
			server.close();
		}
	});
});

test("as JSON, the summary has what a workflow needs", async () => {
	const json = JSON.parse(JSON.stringify(asJson(await updateTo(may)))) as Record<string, unknown>;
	expect(json).toMatchObject({ changed: true, level: "minor" });
	expect(json["changes"]).toContainEqual({
		level: "patch",
		where: "delete",
		what: "travels in another form, which callers don't see: a success is 200, it was 204",
		judge: "model",
	});
	expect(json["differences"]).toContainEqual({
		where: "ListIdentities limit",
		keyword: "maximum",
		upstream: null,
		ours: 50,
		kind: "silent",
		new: true,
	});
	expect(json["packages"]).toMatchObject({
		"@orq/identities-effect": { level: "minor", reasons: expect.arrayContaining([expect.any(String)]) },
	});
	expect(json["times"]).toMatchObject({ slice: expect.any(Number), level: expect.any(Number) });
});
