/** What the types promise, and what they refuse. */
import { describe, expectTypeOf, it } from "vitest";
import type {
	ClientOptions,
	CreateIdentityResponse,
	IdentitiesClient,
	IdentitiesPage,
	Identity,
	IdentityNotFoundError,
	ListIdentitiesError,
	ListOptions,
	RequestOptions,
	Result,
	RetrieveIdentityError,
	RetrieveIdentityResponse,
	UpdateIdentityResponse,
	UpsertIdentityError,
	UpsertIdentityResponse,
	Walk,
} from "./index.ts";

/** Never called: its calls are only compiled. */
declare const client: IdentitiesClient;
const compiled = (_code: () => unknown) => {};

describe("methods", () => {
	it("give promises of the document's types", () => {
		compiled(() => {
			expectTypeOf(client.create({ external_id: "jo" })).resolves.toEqualTypeOf<CreateIdentityResponse>();
			expectTypeOf(client.retrieve("jo")).resolves.toEqualTypeOf<RetrieveIdentityResponse>();
			expectTypeOf(client.update("jo", {})).resolves.toEqualTypeOf<UpdateIdentityResponse>();
			expectTypeOf(client.delete("jo")).resolves.toEqualTypeOf<void>();
			expectTypeOf(client.upsert("jo", {})).resolves.toEqualTypeOf<UpsertIdentityResponse>();
			expectTypeOf(client.retrieve("jo")).toExtend<Promise<unknown>>();
		});
	});

	it("list pages and identities", () => {
		compiled(async () => {
			expectTypeOf(await client.list()).toEqualTypeOf<IdentitiesPage>();
			expectTypeOf(client.list()[Symbol.asyncIterator]()).toEqualTypeOf<Walk<Identity>>();
			expectTypeOf(client.list().pages()).toEqualTypeOf<Walk<IdentitiesPage>>();
			for await (const identity of client.list()) expectTypeOf(identity).toEqualTypeOf<Identity>();
			const { data, attempts } = await client.list().withResponse();
			expectTypeOf(data).toEqualTypeOf<IdentitiesPage>();
			expectTypeOf(attempts).toEqualTypeOf<number>();
		});
	});

	it("refuse what the document does not know", () => {
		compiled(() => {
			// @ts-expect-error: no such parameter
			client.list({ no_such_parameter: 1 });
			// @ts-expect-error: tags stand in an object
			client.list({ filter_by: ["premium"] });
			// @ts-expect-error: a number
			client.list({ limit: "10" });
			// @ts-expect-error: it is the first argument
			client.upsert("jo", { external_id: "jo" });
			// @ts-expect-error: an id is text
			client.retrieve({ id: "jo" });
			// @ts-expect-error: only lists look ahead
			client.retrieve("jo", { prefetch: true });
			// @ts-expect-error: nothing to go on with
			client.list().nextPage();
		});
	});

	it("take a cursor as an iterator and an error give it", () => {
		compiled(() => {
			const { cursor } = client.list()[Symbol.asyncIterator]();
			client.list({ limit: 50, ...cursor });
		});
	});
});

describe("errors", () => {
	it("of `list` can't be a not-found, those of `retrieve` can", () => {
		expectTypeOf<IdentityNotFoundError>().not.toExtend<ListIdentitiesError>();
		expectTypeOf<IdentityNotFoundError>().toExtend<RetrieveIdentityError>();
		expectTypeOf<IdentityNotFoundError>().not.toExtend<UpsertIdentityError>();
		compiled(() => {
			expectTypeOf(client.list().result()).resolves.toEqualTypeOf<
				Result<IdentitiesPage, ListIdentitiesError>
			>();
			expectTypeOf(client.retrieve("jo").result()).resolves.toEqualTypeOf<
				Result<RetrieveIdentityResponse, RetrieveIdentityError>
			>();
			expectTypeOf(client.upsert("jo", {}).result()).resolves.toEqualTypeOf<
				Result<UpsertIdentityResponse, UpsertIdentityError>
			>();
		});
	});

	it("are told apart by `_tag`, to the last one", () => {
		const told = (error: RetrieveIdentityError): string => {
			switch (error._tag) {
				case "IdentityNotFoundError":
					return error.id;
				case "RateLimitError":
				case "ServerError":
					return String(error.retryAfterMs);
				case "InvalidInputError":
					return error.issues.map(({ path }) => path).join();
				case "RequestTimeoutError":
					return error.scope;
				case "DecodeError":
					return error.snippet;
				case "UnauthorizedError":
				case "ForbiddenError":
				case "RequestRejectedError":
				case "UnexpectedStatusError":
				case "ConnectionError":
					return error.outcome;
			}
			return error satisfies never;
		};
		compiled(() => told);
		compiled(async () => {
			const result = await client.list().result();
			// @ts-expect-error: a list knows no not-found
			if (!result.ok && result.error._tag === "IdentityNotFoundError") return;
		});
	});
});

describe("options", () => {
	it("take false for no limit, and nothing else that is no number", () => {
		expectTypeOf<RequestOptions["timeoutMs"]>().toEqualTypeOf<number | false | undefined>();
		expectTypeOf<RequestOptions["totalTimeoutMs"]>().toEqualTypeOf<number | false | undefined>();
		expectTypeOf<RequestOptions["maxRetries"]>().toEqualTypeOf<number | undefined>();
		expectTypeOf<ListOptions>().toExtend<RequestOptions>();
	});

	it("of a client are all optional, and take a key as text or as a function", () => {
		expectTypeOf<object>().toExtend<ClientOptions>();
		expectTypeOf<() => Promise<string>>().toExtend<ClientOptions["apiKey"]>();
		expectTypeOf<typeof globalThis.fetch>().toExtend<ClientOptions["fetch"]>();
		// @ts-expect-error: a call has no key of its own
		compiled(() => client.retrieve("jo", { apiKey: "other" }));
	});

	it("take what may be undefined, under exactOptionalPropertyTypes too", () => {
		const maybe = undefined as AbortSignal | undefined;
		compiled(() => client.retrieve("jo", { signal: maybe, headers: undefined, timeoutMs: undefined }));
	});
});
