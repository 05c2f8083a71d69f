/**
 * Walks a list as a Stream: page by page or identity by identity, from the query's cursor on, each page asked for when
 * somebody pulls. A walk that fails says in `error.cursor` where to go on. `totalTimeout` covers all its pages.
 */
import type { Cursor, ListIdentitiesError, ListIdentitiesQuery } from "@orq/identities-core";
import { cursorOf, type Direction, directionOf, nextCursor } from "@orq/identities-core/internal";
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
	walk(route, (page) => [page]);

/** With `ending_before` each page is reversed, so that the walk leads away from the cursor. */
export const identitiesOf = (route: Route): Stream.Stream<Identity, ListIdentitiesError> =>
	walk(route, ({ data }, direction) => (direction === "ending_before" ? [...data].reverse() : data));

interface Position {
	/** Undefined for where the query itself begins. */
	readonly cursor?: Cursor;
	/** When the walk began. */
	readonly since?: number;
}

function walk<Item>(
	{ send, query, options }: Route,
	itemsOf: (page: IdentitiesPage, direction: Direction) => readonly Item[],
): Stream.Stream<Item, ListIdentitiesError> {
	const direction = directionOf(query ?? {});
	return Stream.paginate({} as Position, ({ cursor, since }) =>
		Effect.flatMap(Clock.Clock, (clock) => {
			const begun = since ?? nowMs(clock);
			const asked = cursor ?? cursorOf(query ?? {});
			const page = send(
				"list",
				{ query: cursor ? { ...query, ...cursor } : query },
				{ ...options, since: begun },
			);
			const fail = (error: ListIdentitiesError) =>
				Effect.fail(asked ? Object.assign(error, { cursor: asked }) : error);
			return Effect.matchEffect(page, {
				onFailure: fail,
				onSuccess: (page) => {
					const following = nextCursor(direction, page, asked);
					if (!following.ok) return fail(following.error);
					const next: Option.Option<Position> = following.data
						? Option.some({ cursor: following.data, since: begun })
						: Option.none();
					return Effect.succeed([itemsOf(page, direction), next] as const);
				},
			});
		}),
	);
}
