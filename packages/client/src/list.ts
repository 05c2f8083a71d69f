/**
 * The answer of `list`: lazy, to be awaited for one page or iterated for all; nothing is sent before.
 * The first page is shared by both ways.
 */
import type { Identity, ListIdentitiesError, ListIdentitiesQuery, Result } from "@orq/identities-core";
import { type Direction, directionOf, idAfter, idBehind, queryNow } from "@orq/identities-core/internal";
import type { ApiCall, ApiResponse } from "./call.ts";
import type { CallOptions } from "./engine/call.ts";
import type { ListOptions } from "./options.ts";
import { IdentitiesPage } from "./page.ts";
import type { Send } from "./send.ts";
import { type Walk, walk } from "./walk.ts";

/**
 * A list of identities that is sent for when it is awaited or iterated.
 *
 * @example
 * const page = await client.list({ limit: 50 });
 * for await (const identity of client.list({ search: "jo" })) console.log(identity.external_id);
 */
export class IdentitiesList implements PromiseLike<IdentitiesPage>, AsyncIterable<Identity> {
	readonly #send: Send;
	/** What is missing of it is refused when it is sent. */
	readonly #query: Partial<ListIdentitiesQuery>;
	readonly #options: ListOptions | undefined;
	#first: ApiCall<IdentitiesPage, ListIdentitiesError> | undefined;

	/** @internal */
	constructor(send: Send, query: ListIdentitiesQuery | undefined, options: ListOptions | undefined) {
		this.#send = send;
		this.#query = queryNow(query);
		this.#options = options;
	}

	// biome-ignore lint/suspicious/noThenProperty: awaiting the list is how its first page is asked for.
	then<Value = IdentitiesPage, Other = never>(
		onfulfilled?: ((page: IdentitiesPage) => Value | PromiseLike<Value>) | null,
		onrejected?: ((error: unknown) => Other | PromiseLike<Other>) | null,
	): Promise<Value | Other> {
		return this.#page().then(onfulfilled, onrejected);
	}

	catch<Other = never>(
		onrejected?: ((error: unknown) => Other | PromiseLike<Other>) | null,
	): Promise<IdentitiesPage | Other> {
		return this.#page().catch(onrejected);
	}

	finally(onfinally?: (() => void) | null): Promise<IdentitiesPage> {
		return this.#page().finally(onfinally);
	}

	/** The first page with status, headers, request id and the number of attempts. */
	withResponse(): Promise<ApiResponse<IdentitiesPage>> {
		return this.#page().withResponse();
	}

	/** The first page or a typed error, as a value; only cancelling still rejects. */
	result(): Promise<Result<IdentitiesPage, ListIdentitiesError>> {
		return this.#page().result();
	}

	/** Every page, from the first on. */
	pages(): Walk<IdentitiesPage> {
		return this.#walk(
			(page) => [page],
			(page, direction) => idBehind(direction, page),
		);
	}

	/** Every identity, page after page. */
	[Symbol.asyncIterator](): Walk<Identity> {
		// With `ending_before` each page is reversed, so that the walk leads away from the cursor.
		return this.#walk(
			({ data }, direction) => (direction === "ending_before" ? [...data].reverse() : data),
			({ _id }) => _id,
		);
	}

	#page(): ApiCall<IdentitiesPage, ListIdentitiesError> {
		this.#first ??= this.#load();
		return this.#first;
	}

	/** The page that is asked for with this id; without one, that of the query. */
	#load(id?: string, own: CallOptions | undefined = this.#options) {
		const query = this.#query;
		const direction = directionOf(query);
		return this.#send("list", { query: id ? { ...query, [direction]: id } : query }, own, (page) => {
			const following = async (at: IdentitiesPage) => {
				const next = idAfter(direction, at, id ?? query[direction]);
				return next ? this.#load(next) : undefined;
			};
			return new IdentitiesPage(page, following);
		});
	}

	#walk<Item>(
		itemsOf: (page: IdentitiesPage, direction: Direction) => readonly Item[],
		idOf: (item: Item, direction: Direction) => string | undefined,
	): Walk<Item> {
		const first = () => this.#page();
		const load = (id: string, own: CallOptions) => this.#load(id, own);
		return walk(this.#query, this.#options, first, load, itemsOf, idOf);
	}
}
