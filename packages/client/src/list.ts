/**
 * The answer of `list`: lazy, to be awaited for one page or iterated for all; nothing is sent before.
 * The first page is shared by both ways.
 */
import type {
	Cursor,
	Identity,
	ListIdentitiesError,
	ListIdentitiesQuery,
	ListIdentitiesResponse,
	Result,
} from "@orq/identities-core";
import { cursorOf, directionOf, isFields } from "@orq/identities-core/internal";
import { type ApiCall, type ApiResponse, resultOf } from "./call.ts";
import type { ListOptions } from "./options.ts";
import { IdentitiesPage } from "./page.ts";
import type { CallOptions, Send } from "./send.ts";
import { cursorAfter, type Route, type Walk, walkIdentities, walkPages } from "./walk.ts";

interface Loaded {
	readonly call: ApiCall<ListIdentitiesResponse, ListIdentitiesError>;
	readonly page: Promise<IdentitiesPage>;
}

/**
 * A list of identities that is sent for when it is awaited or iterated.
 *
 * @example
 * const page = await client.list({ limit: 50 });
 * for await (const identity of client.list({ search: "jo" })) console.log(identity.external_id);
 */
export class IdentitiesList implements PromiseLike<IdentitiesPage>, AsyncIterable<Identity> {
	readonly #send: Send;
	readonly #query: ListIdentitiesQuery;
	readonly #options: ListOptions | undefined;
	#first: Loaded | undefined;

	/** @internal */
	constructor(send: Send, query: ListIdentitiesQuery | undefined, options: ListOptions | undefined) {
		this.#send = send;
		this.#query = query ?? {};
		this.#options = options;
	}

	// biome-ignore lint/suspicious/noThenProperty: awaiting the list is how its first page is asked for.
	then<Value = IdentitiesPage, Other = never>(
		onfulfilled?: ((page: IdentitiesPage) => Value | PromiseLike<Value>) | null,
		onrejected?: ((error: unknown) => Other | PromiseLike<Other>) | null,
	): Promise<Value | Other> {
		return this.#firstPage().then(onfulfilled, onrejected);
	}

	catch<Other = never>(
		onrejected?: ((error: unknown) => Other | PromiseLike<Other>) | null,
	): Promise<IdentitiesPage | Other> {
		return this.#firstPage().catch(onrejected);
	}

	finally(onfinally?: (() => void) | null): Promise<IdentitiesPage> {
		return this.#firstPage().finally(onfinally);
	}

	/** The first page with status, headers, request id and the number of attempts. */
	async withResponse(): Promise<ApiResponse<IdentitiesPage>> {
		const { call, page } = this.#firstLoaded();
		// Both at once: the one that is awaited later would reject unhandled.
		const [response, data] = await Promise.all([call.withResponse(), page]);
		return { ...response, data };
	}

	/** The first page or a typed error, as a value; only cancelling still rejects. */
	result(): Promise<Result<IdentitiesPage, ListIdentitiesError>> {
		return resultOf(this.#firstPage());
	}

	/** Every page, from the first on. */
	pages(): Walk<IdentitiesPage> {
		return walkPages(this.#route());
	}

	/** Every identity, page after page. */
	[Symbol.asyncIterator](): Walk<Identity> {
		return walkIdentities(this.#route());
	}

	#route(): Route {
		const { signal, prefetch = false } = this.#options ?? {};
		return {
			direction: directionOf(this.#query),
			start: cursorOf(this.#query),
			first: () => this.#firstPage(),
			load: (cursor, own) => this.#load(cursor, { ...this.#options, ...own }).page,
			prefetch,
			signal,
		};
	}

	#firstPage(): Promise<IdentitiesPage> {
		return this.#firstLoaded().page;
	}

	#firstLoaded(): Loaded {
		this.#first ??= this.#load(undefined, this.#options);
		return this.#first;
	}

	#load(cursor: Cursor | undefined, options: CallOptions | undefined): Loaded {
		const query = cursor && isFields(this.#query) ? { ...this.#query, ...cursor } : this.#query;
		const call = this.#send("list", { query }, options);
		return { call, page: call.then((page) => new IdentitiesPage(page, (from) => this.#after(from, cursor))) };
	}

	async #after(page: IdentitiesPage, cursor: Cursor | undefined): Promise<IdentitiesPage | undefined> {
		const query = this.#query;
		const next = cursorAfter(directionOf(query), cursor ?? cursorOf(query), page);
		return next && this.#load(next, this.#options).page;
	}
}
