/** The openapi-fetch client underneath: the same key, retries and errors, and middleware for the methods too. */
import { pathsClient } from "@orq/identities-client/openapi-fetch";
import { operations } from "@orq/identities-core";
import { expect, test } from "vitest";
import { inAnswerOf, tagsInQuery } from "../on-the-wire.ts";
import { anna } from "../scenarios/people.ts";
import { startServer } from "./server.ts";

const one = (id: string) => ({ params: { path: { id } } });

test("a middleware sees a method's call, changes its request and sees its answer", async () => {
	const server = await startServer({ identities: [anna] });
	const client = server.client();
	const seen: unknown[] = [];
	pathsClient(client).use({
		onRequest: ({ request, schemaPath, params }) => {
			seen.push([request.method, schemaPath, params.path]);
			request.headers.set("x-trace", "of the middleware");
		},
		onResponse: ({ response }) => void seen.push(response.status),
	});
	expect((await client.retrieve("anna@1")).external_id).toBe("anna@1");
	expect(seen).toEqual([["GET", "/v2/identities/{id}", { id: "anna@1" }], 200]);
	expect(server.requests[0]?.headers).toMatchObject({ "x-trace": "of the middleware" });
});

test("a middleware is told once of a call that is repeated, and a failure is the call's own error", async () => {
	const server = await startServer();
	server.fail({ operation: "retrieve", nth: 1, status: 503, headers: { "retry-after-ms": "0" } });
	const client = server.client();
	const seen: string[] = [];
	pathsClient(client).use({
		onRequest: () => void seen.push("request"),
		onResponse: () => void seen.push("response"),
		onError: () => void seen.push("error"),
	});
	expect(await client.retrieve("nobody@9").result()).toMatchObject({
		error: { _tag: "IdentityNotFoundError", id: "nobody@9", attempts: 2 },
	});
	expect(seen).toEqual(["request", "error"]);
	expect(server.arrived()).toEqual(["retrieve", "retrieve"]);
});

test("a middleware may answer in the server's place", async () => {
	const server = await startServer();
	const client = server.client();
	pathsClient(client).use({
		onRequest: () => Response.json({ identity: { _id: "contact_cached", external_id: "anna@1" } }),
	});
	expect((await client.retrieve("anna@1"))._id).toBe("contact_cached");
	expect(server.arrived()).toEqual([]);
});

test("a call by path has the client's key and retries", async () => {
	const server = await startServer({ identities: [anna] });
	server.fail({ operation: "list", nth: 1, status: 503, headers: { "retry-after-ms": "0" } });
	const { data } = await pathsClient(server.client()).GET("/v2/identities", {
		params: { query: { limit: 5, search: "Anna" } },
	});
	expect(data?.data).toMatchObject([{ external_id: "anna@1" }]);
	expect(server.requests[1]?.query).toEqual({ limit: "5", search: "Anna" });
	expect(server.arrived()).toEqual(["list", "list"]);
});

test("an object in a call's query by path travels in the API's form", async () => {
	const server = await startServer({ identities: [anna] });
	const query = typedByTheDocument({ filter_by: { tags: ["premium"] }, "filter_by.tags": ["premium"] });
	const { data } = await pathsClient(server.client()).GET("/v2/identities", { params: { query } });
	expect(data?.data).toMatchObject([{ external_id: "anna@1" }]);
	expect(server.requests[0]?.query).toEqual(tagsInQuery("premium"));
});

/** By path a parameter has its name on the wire, which is another in the documents of other dates. */
function typedByTheDocument(forms: Readonly<Record<string, unknown>>): object {
	const known: readonly string[] = operations.list.query.map(({ wire }) => wire);
	return Object.fromEntries(Object.entries(forms).filter(([name]) => known.includes(name)));
}

test("a call by path rejects with the errors that the methods have", async () => {
	const server = await startServer();
	const paths = pathsClient(server.client());
	await expect(paths.GET("/v2/identities/{id}", one("nobody@9"))).rejects.toMatchObject({
		_tag: "IdentityNotFoundError",
		id: "nobody@9",
	});
	server.fail({ operation: "retrieve", status: 200, body: "<html>" });
	await expect(paths.GET("/v2/identities/{id}", one("anna@1"))).rejects.toMatchObject({
		_tag: "DecodeError",
	});
});

test("a call by path with an id that a path can't hold is refused before anything is sent", async () => {
	const server = await startServer({ identities: [anna] });
	const paths = pathsClient(server.client());
	for (const id of ["", ".", "..", "jo\ud83e"]) {
		const call = paths.DELETE("/v2/identities/{id}", one(id));
		await expect(call).rejects.toMatchObject({ _tag: "InvalidInputError", issues: [{ path: "id" }] });
	}
	// @ts-expect-error: the id is missing.
	const call = paths.DELETE("/v2/identities/{id}", { params: {} });
	await expect(call).rejects.toMatchObject({ _tag: "InvalidInputError" });
	expect(server.arrived()).toEqual([]);
});

test("odd ids reach their identity by path as well", async () => {
	const server = await startServer({ identities: [{ external_id: "a/b?c#d %" }] });
	const { data } = await pathsClient(server.client()).GET("/v2/identities/{id}", one("a/b?c#d %"));
	expect(data).toMatchObject(inAnswerOf("retrieve", { external_id: "a/b?c#d %" }));
	expect(server.requests[0]?.path).toBe("/v2/identities/a%2Fb%3Fc%23d%20%25");
});

test("a middleware can't take the key to another origin", async () => {
	const [server, other] = [await startServer({ identities: [anna] }), await startServer()];
	const client = server.client();
	pathsClient(client).use({
		onRequest: ({ request }) => new Request(request.url.replace(server.url, other.url), request),
	});
	expect(await client.retrieve("anna@1").result()).toMatchObject({ error: { _tag: "InvalidInputError" } });
	expect([server.arrived(), other.arrived()]).toEqual([[], []]);
});
