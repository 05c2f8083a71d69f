/** The same API with the Effect client: typed errors, a stream, and a pipeline with bounded concurrency. */
import { Identities } from "@orq/identities-effect";
import * as Effect from "effect/Effect";
import * as Redacted from "effect/Redacted";
import * as Stream from "effect/Stream";
import { chapter, code, result } from "./print.ts";
import type { Place } from "./promises.ts";

const steps = (run: string) =>
	Effect.gen(function* () {
		const identities = yield* Identities;
		const id = `${run}-1`;

		chapter("With Effect: recover from not-found by creating");
		code(
			'identities.retrieve(id).pipe(Effect.catchTag("IdentityNotFoundError", () => identities.create(…)))',
		);
		const found = yield* identities.retrieve(id).pipe(
			Effect.catchTag("IdentityNotFoundError", ({ _tag }) => {
				result(`${_tag}, so it is created`);
				return identities.create({ external_id: id, tags: [run] });
			}),
		);
		result(`${found._id}, external id ${found.external_id}`);
		for (const number of [2, 3, 4])
			yield* identities.create({ external_id: `${run}-${number}`, tags: [run] });

		chapter("With Effect: stream, filter, update two at a time");
		code("identities.stream(query).pipe(Stream.filter(…), Stream.mapEffect(update, { concurrency: 2 }))");
		const updated = yield* identities.stream({ filter_by: { tags: [run] }, limit: 2 }).pipe(
			Stream.filter(({ display_name }) => !display_name),
			Stream.mapEffect(
				({ _id, external_id }) => identities.update(_id, { display_name: `Named ${external_id}` }),
				{
					concurrency: 2,
				},
			),
			Stream.runCollect,
		);
		result(`${updated.length} updated, one of them: ${updated[0]?.display_name}`);
	}).pipe(Effect.ensuring(Effect.ignore(remove(run))));

const remove = (run: string) =>
	Effect.gen(function* () {
		const identities = yield* Identities;
		chapter("With Effect: clean up");
		code("Effect.forEach(ids, identities.delete, { concurrency: 2 })");
		const ids = [1, 2, 3, 4].map((number) => `${run}-${number}`);
		yield* Effect.forEach(ids, (id) => identities.delete(id), { concurrency: 2 });
		result(`${ids.length} deleted`);
	});

export const effects = ({ apiKey, baseUrl, signal }: Place): Promise<void> =>
	Effect.runPromise(
		steps(`demo-effect-${Date.now().toString(36)}`).pipe(
			Effect.provide(Identities.layer({ apiKey: Redacted.make(apiKey), baseUrl })),
		),
		{ signal },
	);
