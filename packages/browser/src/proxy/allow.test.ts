import type { Identity } from "@orq/identities-core";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { Asked, Grant, ProxyRules, QueryPart, Select } from "./allow.ts";

const select = ["display_name"] as const;

describe("a rule", () => {
	test("says every part of its operation", () => {
		const rules: ProxyRules = {
			list: ({ query }) => ({ query: { ...query, limit: 10 }, select }),
			create: ({ body }) => ({ body: { ...body, external_id: "jo" }, select: "all" }),
			retrieve: () => ({ id: "jo", select: ["display_name", "metrics"] }),
			update: ({ body }) => ({ id: "jo", body: { display_name: body.display_name }, select }),
			delete: () => ({ id: "jo" }),
		};
		expect(Object.keys(rules)).toHaveLength(5);
	});

	test("may find nobody, wait, or answer by itself", () => {
		const user = null as { readonly id: string } | null;
		const rules: ProxyRules = {
			retrieve: async () => user && { id: user.id, select },
			list: () => undefined,
			delete: async () => new Response(null, { status: 401 }),
		};
		expect(Object.keys(rules)).toHaveLength(3);
	});

	test("without `id` does not compile", () => {
		const retrieve: ProxyRules = {
			// @ts-expect-error: `id` is missing
			retrieve: () => ({ select }),
		};
		const update: ProxyRules = {
			// @ts-expect-error: `id` is missing
			update: ({ body }) => ({ body, select }),
		};
		const remove: ProxyRules = {
			// @ts-expect-error: `id` is missing
			delete: async () => ({}),
		};
		expect([retrieve, update, remove]).toHaveLength(3);
	});

	test("without `query`, `body` or `select` does not compile", () => {
		const list: ProxyRules = {
			// @ts-expect-error: `query` is missing
			list: () => ({ select }),
		};
		const update: ProxyRules = {
			// @ts-expect-error: `body` is missing
			update: async () => ({ id: "jo", select }),
		};
		const retrieve: ProxyRules = {
			// @ts-expect-error: `select` is missing
			retrieve: () => ({ id: "jo" }),
		};
		expect([list, update, retrieve]).toHaveLength(3);
	});

	test("that hands on the page's own body does not say for whom a new identity is", () => {
		const create: ProxyRules = {
			// @ts-expect-error: `external_id` may be missing
			create: ({ body }) => ({ body, select }),
		};
		expect(create).toBeDefined();
	});

	test("selects fields that there are", () => {
		expectTypeOf<"metrics">().toExtend<Exclude<Select<"retrieve">, "all">[number]>();
		expectTypeOf<keyof Identity>().toExtend<Exclude<Select<"list">, "all">[number]>();
		const rules: ProxyRules = {
			// @ts-expect-error: no such field
			retrieve: () => ({ id: "jo", select: ["displayname"] }),
		};
		expect(rules).toBeDefined();
	});

	test("for an operation that there is not does not compile", () => {
		// @ts-expect-error: no such operation
		const rules: ProxyRules = { retreive: () => undefined };
		expect(rules).toBeDefined();
	});
});

test("what the page sent inside a body or an object is unknown", () => {
	expectTypeOf<Asked<"update">["body"]["display_name"]>().toBeUnknown();
	expectTypeOf<NonNullable<Asked<"list">["query"]["filter_by"]>["tags"]>().toBeUnknown();
	expectTypeOf<Asked<"list">["query"]["limit"]>().toEqualTypeOf<number | undefined>();
});

describe("a rule's `query`", () => {
	interface Query {
		readonly include_metrics?: boolean | null;
	}
	type Lacks<Part> = object extends Part ? "nothing" : keyof Part;

	test("may be left out beside an id or a body, since an update may add it there", () => {
		expectTypeOf<Lacks<QueryPart<{ path: { id: string }; query?: Query }>>>().toEqualTypeOf<"nothing">();
		expectTypeOf<Lacks<QueryPart<{ body: object; query?: Query }>>>().toEqualTypeOf<"nothing">();
		expectTypeOf<QueryPart<{ path: { id: string }; query?: Query }>>().toExtend<{
			readonly query?: { readonly include_metrics?: boolean | null } | undefined;
		}>();
	});

	test("must be there where it is all that the page asks with", () => {
		expectTypeOf<Lacks<QueryPart<{ query?: Query }>>>().toEqualTypeOf<"query">();
	});
});

describe("parts that an operation has not are not asked for", () => {
	/** An update may add a query to any operation, and breaks no rule by it. */
	type Parts<Of> = Exclude<keyof Of, "query">;

	test("nor granted", () => {
		expectTypeOf<Parts<Asked<"delete">>>().toEqualTypeOf<"request" | "operation" | "id">();
		expectTypeOf<Parts<Grant<"delete">>>().toEqualTypeOf<"id">();
		expectTypeOf<Parts<Grant<"list">>>().toEqualTypeOf<"select">();
		expectTypeOf<Parts<Grant<"create">>>().toEqualTypeOf<"body" | "select">();
	});

	test("nor is a query where there is none", () => {
		expectTypeOf<QueryPart<{ path: { id: string } }>>().toBeUnknown();
		expectTypeOf<QueryPart<{ body: object }>>().toBeUnknown();
	});
});
