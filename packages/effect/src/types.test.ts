/** What the compiler says to users: exact failures and requirements. Compiled by `typecheck`; running it proves nothing. */
import { describe, expectTypeOf, it } from "@effect/vitest";
import type * as core from "@orq/identities-core";
import type * as DateTime from "effect/DateTime";
import * as Effect from "effect/Effect";
import type * as Layer from "effect/Layer";
import type * as Schema from "effect/Schema";
import * as Stream from "effect/Stream";
import {
	type AnyIdentitiesError,
	type CommonError,
	type ConflictError,
	type CreateIdentityRequest,
	type CreateIdentityResponse,
	Identities,
	type IdentitiesErrorTag,
	type IdentitiesService,
	type Identity,
	type IdentityNotFoundError,
	type InvalidInputError,
	type ListIdentitiesQuery,
	type ListIdentitiesResponse,
	type layerConfig,
	type RetrieveIdentityError,
	type RetrieveIdentityResponse,
	type UpdateIdentityRequest,
	type UpsertIdentityRequest,
} from "./index.ts";
import type * as schemas from "./schema.ts";

type Failure<Method extends keyof IdentitiesService> =
	ReturnType<IdentitiesService[Method]> extends
		| Effect.Effect<unknown, infer Error>
		| Stream.Stream<unknown, infer Error>
		? Error
		: never;

describe("failures", () => {
	it("are exact for each operation", () => {
		expectTypeOf<Failure<"list">>().toEqualTypeOf<CommonError>();
		expectTypeOf<Failure<"create">>().toEqualTypeOf<CommonError | ConflictError>();
		expectTypeOf<Failure<"retrieve">>().toEqualTypeOf<CommonError | IdentityNotFoundError>();
		expectTypeOf<Failure<"update">>().toEqualTypeOf<CommonError | ConflictError | IdentityNotFoundError>();
		expectTypeOf<Failure<"delete">>().toEqualTypeOf<CommonError | IdentityNotFoundError>();
		expectTypeOf<Failure<"upsert">>().toEqualTypeOf<CommonError | ConflictError>();
		expectTypeOf<Failure<"stream">>().toEqualTypeOf<CommonError>();
		expectTypeOf<Failure<"pages">>().toEqualTypeOf<CommonError>();
	});

	it("of list have no not-found", () => {
		expectTypeOf<Extract<Failure<"list">, IdentityNotFoundError>>().toBeNever();
		const program = Effect.flatMap(Identities, (identities) => identities.list());
		// @ts-expect-error: it can't happen
		Effect.catchTag(program, "IdentityNotFoundError", () => Effect.void);
	});

	it("that are caught by their tag are gone, and a wrong tag is no program", () => {
		const retrieve = Effect.flatMap(Identities, (identities) => identities.retrieve("jo"));
		const caught = retrieve.pipe(Effect.catchTag("IdentityNotFoundError", () => Effect.succeed(undefined)));
		expectTypeOf<Effect.Error<typeof caught>>().toEqualTypeOf<CommonError>();
		// @ts-expect-error: no error has this tag
		retrieve.pipe(Effect.catchTag("NotFound", () => Effect.void));
	});

	it("that are all caught leave never", () => {
		const done = Effect.succeed("done");
		const caught = Effect.flatMap(Identities, (identities) => identities.update("jo", {})).pipe(
			Effect.catchTags({
				InvalidInputError: () => done,
				UnauthorizedError: () => done,
				ForbiddenError: () => done,
				IdentityNotFoundError: ({ id }) => Effect.succeed(id),
				ConflictError: () => done,
				RequestRejectedError: () => done,
				RateLimitError: ({ retryAfterMs }) => Effect.succeed(String(retryAfterMs)),
				ServerError: () => done,
				UnexpectedStatusError: () => done,
				ConnectionError: () => done,
				RequestTimeoutError: ({ scope }) => Effect.succeed(scope),
				DecodeError: ({ snippet }) => Effect.succeed(snippet),
			}),
		);
		expectTypeOf<Effect.Error<typeof caught>>().toBeNever();
		expectTypeOf<IdentitiesErrorTag>().toEqualTypeOf<AnyIdentitiesError["_tag"]>();
	});

	it("can be caught by what they have in common", () => {
		const waiting = Effect.flatMap(Identities, (identities) => identities.retrieve("jo")).pipe(
			Effect.catchIf(
				(error) => error.isRetryable && error.outcome === "not-sent",
				() => Effect.succeed(undefined),
			),
		);
		expectTypeOf<Effect.Error<typeof waiting>>().toEqualTypeOf<RetrieveIdentityError>();
	});
});

describe("requirements", () => {
	it("of a method are none once the service is in hand", () => {
		expectTypeOf<ReturnType<IdentitiesService["retrieve"]>>().toEqualTypeOf<
			Effect.Effect<RetrieveIdentityResponse, RetrieveIdentityError>
		>();
		expectTypeOf<Stream.Services<ReturnType<IdentitiesService["stream"]>>>().toBeNever();
	});

	it("of a program that asks for the service are exactly the service", () => {
		const program = Effect.gen(function* () {
			const identities = yield* Identities;
			return yield* Stream.runCollect(identities.stream());
		});
		expectTypeOf<Effect.Services<typeof program>>().toEqualTypeOf<Identities>();
		expectTypeOf<Effect.Services<Effect.Effect<void, never, Identities>>>().toEqualTypeOf<Identities>();
	});

	it("of the layers are none", () => {
		expectTypeOf(Identities.layer).returns.toEqualTypeOf<Layer.Layer<Identities, InvalidInputError>>();
		expectTypeOf<Layer.Services<ReturnType<typeof layerConfig>>>().toBeNever();
	});
});

describe("answers", () => {
	it("differ from core's in their dates only", () => {
		expectTypeOf<Identity["created"]>().toEqualTypeOf<DateTime.Utc | undefined>();
		// Dates may be in objects inside, too.
		type Undated<Of> = Of extends DateTime.Utc
			? string
			: Of extends readonly (infer Item)[]
				? readonly Undated<Item>[]
				: Of extends object
					? { [Key in keyof Of]: Undated<Of[Key]> }
					: Of;
		expectTypeOf<Undated<Identity>>().toEqualTypeOf<Undated<core.Identity>>();
		expectTypeOf<keyof Identity>().toEqualTypeOf<keyof core.Identity>();
		expectTypeOf<CreateIdentityRequest>().toEqualTypeOf<core.CreateIdentityRequest>();
	});

	it("are what the Schemas decode to and encode from", () => {
		type Types<Codec extends Schema.Schema<unknown>> = Schema.Schema.Type<Codec>;
		expectTypeOf<Types<typeof schemas.Identity>>().toEqualTypeOf<Identity>();
		expectTypeOf<Types<typeof schemas.ListIdentitiesResponse>>().toEqualTypeOf<ListIdentitiesResponse>();
		expectTypeOf<Types<typeof schemas.CreateIdentityResponse>>().toEqualTypeOf<CreateIdentityResponse>();
		expectTypeOf<Types<typeof schemas.RetrieveIdentityResponse>>().toEqualTypeOf<RetrieveIdentityResponse>();
	});

	it("and what callers write can be carried as Schemas' types, both ways", () => {
		expectTypeOf<CreateIdentityRequest>().toExtend<
			Schema.Schema.Type<typeof schemas.CreateIdentityRequest>
		>();
		expectTypeOf<
			Schema.Schema.Type<typeof schemas.CreateIdentityRequest>
		>().toExtend<CreateIdentityRequest>();
		expectTypeOf<UpdateIdentityRequest>().toExtend<
			Schema.Schema.Type<typeof schemas.UpdateIdentityRequest>
		>();
		expectTypeOf<
			Schema.Schema.Type<typeof schemas.UpdateIdentityRequest>
		>().toExtend<UpdateIdentityRequest>();
		expectTypeOf<ListIdentitiesQuery>().toExtend<Schema.Schema.Type<typeof schemas.ListIdentitiesQuery>>();
		expectTypeOf<Schema.Schema.Type<typeof schemas.ListIdentitiesQuery>>().toExtend<ListIdentitiesQuery>();
		expectTypeOf<UpsertIdentityRequest>().toExtend<
			Schema.Schema.Type<typeof schemas.UpsertIdentityRequest>
		>();
		expectTypeOf<
			Schema.Schema.Type<typeof schemas.UpsertIdentityRequest>
		>().toExtend<UpsertIdentityRequest>();
	});

	it("of failures' codecs are the classes", () => {
		expectTypeOf<
			Schema.Schema.Type<typeof schemas.RetrieveIdentityError>
		>().toEqualTypeOf<RetrieveIdentityError>();
		expectTypeOf<Schema.Schema.Type<typeof schemas.AnyIdentitiesError>>().toEqualTypeOf<AnyIdentitiesError>();
	});
});
