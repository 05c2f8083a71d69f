import type { Operation } from "@orq/identities-core";
import { expect, test } from "vitest";
import { grantedBy } from "./grant.ts";

/** As a document has it that lets one identity be asked for with its usage. */
const retrieve: Operation = {
	name: "retrieve",
	method: "GET",
	path: "/v2/identities/{id}",
	params: ["id"],
	id: "id",
	query: [{ name: "include_metrics", wire: "include_metrics", form: "plain", type: "boolean" }],
	success: 200,
	answer: "object",
	envelope: false,
	idempotent: true,
};
const list: Operation = { ...retrieve, name: "list", path: "/v2/identities", params: [], answer: "page" };

test("a rule from before an operation had a query goes on, and none is sent", () => {
	expect(grantedBy({ id: "jo", select: "all" }, retrieve)).toEqual({
		input: { path: { id: "jo" } },
		select: "all",
	});
});

test("a query that the rule names beside an id is sent", () => {
	const query = { include_metrics: true };
	expect(grantedBy({ id: "jo", query, select: [] }, retrieve).input).toEqual({ path: { id: "jo" }, query });
});

test.each([null, "include_metrics=true", 1])("a query that is %j is a bug of the rule", (query) => {
	expect(() => grantedBy({ id: "jo", query, select: "all" }, retrieve)).toThrow(
		"allow.retrieve: the rule's answer must have `query`",
	);
});

test("where the query is all that the page asks with, the rule must have an opinion", () => {
	expect(() => grantedBy({ select: "all" }, list)).toThrow("allow.list: the rule's answer must have `query`");
});
