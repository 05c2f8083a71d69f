/**
 * Walks a list as a Stream: page by page or identity by identity, from the query's cursor on, each page asked for when
 * somebody pulls. A walk that fails says in `error.cursor` where to go on. `totalTimeout` covers all its pages.
 */
import type { DecodeError, ListIdentitiesError, ListIdentitiesQuery } from "@orq/identities-core";
import {
	cursorAt,
	type Direction,
	directionOf,
	type Place,
	placeAfter,
	placeOf,
	queryNow,
	resultOf,
} from "@orq/identities-core/internal";
import * as Clock from "effect/Clock";
import * as Effect from "effect/Effect";
import * as Option from "effect/Option";
import * as Stream from "effect/Stream";
import { nowMs } from "./call.ts";
import type { Identity, ListIdentitiesResponse } from "./generated/types.ts";
import type { RequestOptions } from "./options.ts";
import type { Send } from "./send.ts";

export type IdentitiesPage = ListIdentitiesResponse;

/** A list to walk. */
interface Route {
	readonly send: Send;
	readonly query: ListIdentitiesQuery | undefined;
	readonly options: RequestOptions | undefined;
}

export const pagesOf = (route: Route): Stream.Stream<IdentitiesPage, ListIdentitiesError> =>
	Stream.suspend(() => walk(route, (page) => [page]));

/** With `ending_before` each page is reversed, so that the walk leads away from the cursor. */
export const identitiesOf = (route: Route): Stream.Stream<Identity, ListIdentitiesError> =>
	Stream.suspend(() =>
		walk(route, ({ data }, direction) => (direction === "ending_before" ? [...data].reverse() : data)),
	);

interface Position {
	readonly place: Place;
	/** When the walk began; undefined before it. */
	readonly since?: number;
}

/** Call it when the walk begins: it looks at the query, whose fields may be getters that throw. */
function walk<Item>(
	{ send, query, options }: Route,
	itemsOf: (page: IdentitiesPage, direction: Direction) => readonly Item[],
): Stream.Stream<Item, ListIdentitiesError> {
	const asked = queryNow(query);
	const direction = directionOf(asked);
	return Stream.paginate({ place: placeOf(direction, asked) } as Position, ({ place, since }) =>
		Effect.flatMap(Clock.Clock, (clock) => {
			const begun = since ?? nowMs(clock);
			const cursor = cursorAt(direction, place.id);
			const page = send(
				"list",
				{ query: cursor ? { ...asked, ...cursor } : asked },
				{ ...options, since: begun },
			);
			const fail = (error: ListIdentitiesError) =>
				Effect.fail(cursor ? Object.assign(error, { cursor }) : error);
			return Effect.matchEffect(page, {
				onFailure: fail,
				onSuccess: (page) => {
					const next = resultOf<Place | undefined, DecodeError>(() => placeAfter(direction, page, place));
					if (!next.ok) return fail(next.error);
					const following = Option.map(
						Option.fromUndefinedOr(next.data),
						(place): Position => ({ place, since: begun }),
					);
					return Effect.succeed([itemsOf(page, direction), following] as const);
				},
			});
		}),
	);
}
