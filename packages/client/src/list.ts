/**
 * The answer of `list`: lazy, to be awaited for one page or iterated for all; nothing is sent before.
 * The first page is shared by both ways.
 */
import type { Identity, ListIdentitiesError, ListIdentitiesQuery, Result } from "@orq/identities-core";
import type { ApiResponse } from "./call.ts";
import type { ListOptions } from "./options.ts";
import type { IdentitiesPage } from "./page.ts";
import type { Send } from "./send.ts";
import { type Listing, listing, type Walk } from "./walk.ts";

/**
 * A list of identities that is sent for when it is awaited or iterated.
 *
 * @example
 * const page = await client.list({ limit: 50 });
 * for await (const identity of client.list({ search: "jo" })) console.log(identity.external_id);
 */
export class IdentitiesList implements PromiseLike<IdentitiesPage>, AsyncIterable<Identity> {
	readonly #listing: Listing;

	/** @internal */
	constructor(send: Send, query: ListIdentitiesQuery | undefined, options: ListOptions | undefined) {
		this.#listing = listing(send, query, options);
	}

	// biome-ignore lint/suspicious/noThenProperty: awaiting the list is how its first page is asked for.
	then<Value = IdentitiesPage, Other = never>(
		onfulfilled?: ((page: IdentitiesPage) => Value | PromiseLike<Value>) | null,
		onrejected?: ((error: unknown) => Other | PromiseLike<Other>) | null,
	): Promise<Value | Other> {
		return this.#listing.first().then(onfulfilled, onrejected);
	}

	catch<Other = never>(
		onrejected?: ((error: unknown) => Other | PromiseLike<Other>) | null,
	): Promise<IdentitiesPage | Other> {
		return this.#listing.first().catch(onrejected);
	}

	finally(onfinally?: (() => void) | null): Promise<IdentitiesPage> {
		return this.#listing.first().finally(onfinally);
	}

	/** The first page with status, headers, request id and the number of attempts. */
	withResponse(): Promise<ApiResponse<IdentitiesPage>> {
		return this.#listing.first().withResponse();
	}

	/** The first page or a typed error, as a value; only cancelling still rejects. */
	result(): Promise<Result<IdentitiesPage, ListIdentitiesError>> {
		return this.#listing.first().result();
	}

	/** Every page, from the first on. */
	pages(): Walk<IdentitiesPage> {
		return this.#listing.pages();
	}

	/** Every identity, page after page. */
	[Symbol.asyncIterator](): Walk<Identity> {
		return this.#listing.identities();
	}
}
