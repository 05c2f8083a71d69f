import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { create, list, remove, retrieve, update } from "./operation.fixture.ts";
import type { Operation, Row } from "./operation.ts";
import { requestOf } from "./request.ts";
import { matchPath } from "./route.ts";

const operation = ({ name, method, path, id }: Row): Operation => ({
	name,
	method,
	path,
	params: id === undefined ? [] : [id],
	query: [],
	success: 200,
	answer: "object",
	envelope: false,
	idempotent: true,
});

const table = [list, create, retrieve, update, remove].map(operation);

const merge = operation({ ...create, name: "merge", path: "/v2/identities/merge" });

/** The names of the operations that live at a path, and its parameters. */
const found = (path: string, operations: readonly Operation[] = table) => {
	const route = matchPath(path, operations);
	return route && { names: route.operations.map(({ name }) => name), params: route.params };
};

describe("matchPath", () => {
	test("finds what a request was written for, with the same id", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", minLength: 1 }), (id) => {
				const request = requestOf(retrieve, { path: { id } });
				expect(found(request.ok ? request.data.url : "")).toEqual({
					names: ["retrieve", "update", "delete"],
					params: { id },
				});
			}),
		);
	});

	test("finds the operations of the collection", () => {
		expect(found("/v2/identities")).toEqual({ names: ["list", "create"], params: {} });
	});

	test("prefers a literal segment to a parameter, whatever the order of the table", () => {
		expect(found("/v2/identities/merge", [...table, merge])).toEqual({ names: ["merge"], params: {} });
		expect(found("/v2/identities/merge", [merge, ...table])).toEqual({ names: ["merge"], params: {} });
	});

	test("finds a parameter in the middle of a path", () => {
		const budgets = operation({ ...retrieve, name: "budgets", path: "/v2/identities/{id}/budgets" });
		expect(found("/v2/identities/a%20b/budgets", [...table, budgets])).toEqual({
			names: ["budgets"],
			params: { id: "a b" },
		});
	});

	test.each([
		"",
		"/",
		"/v2",
		"/v2/identities/",
		"/v2/identities/a/b",
		"/v2/identities/a/",
		"/v1/identities",
		"/V2/identities",
		"//v2/identities",
		"v2/identities",
		"/v2/identities?limit=1",
	])("finds nothing at %j", (path) => {
		expect(found(path)).toBeUndefined();
	});

	test.each(["%", "%2", "%zz", "%E6%97", "%ff"])(
		"finds nothing where the id's encoding is broken: %s",
		(id) => {
			expect(found(`/v2/identities/${id}`)).toBeUndefined();
		},
	);

	test("knows the API's own operations by itself", () => {
		const names = matchPath("/v2/identities/x")?.operations.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(["retrieve", "update", "delete"]));
	});
});
