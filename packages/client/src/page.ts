/** One page of a list, and the way to the next. */
import type { Identity, ListIdentitiesResponse } from "@orq/identities-core";

/** A page. Fields that are new in the API are kept. */
export class IdentitiesPage implements ListIdentitiesResponse {
	declare readonly object: ListIdentitiesResponse["object"];
	declare readonly data: Identity[];
	/** Whether there is more in the direction that was asked for. */
	declare readonly has_more: boolean;
	readonly #next: (page: IdentitiesPage) => Promise<IdentitiesPage | undefined>;

	/** @internal */
	constructor(
		page: ListIdentitiesResponse,
		next: (page: IdentitiesPage) => Promise<IdentitiesPage | undefined>,
	) {
		// A field that is called like something of this class would take its place: `nextPage`, `__proto__`.
		const fields = this as Record<string, unknown>;
		for (const name in page) if (!(name in this)) fields[name] = page[name as keyof ListIdentitiesResponse];
		this.#next = next;
	}

	/**
	 * Asks for the next page in the same direction; undefined where there is none. Sends each time it is called.
	 *
	 * @example
	 * let page: IdentitiesPage | undefined = await client.list({ limit: 50 });
	 * for (; page; page = await page.nextPage()) console.log(page.data.length);
	 */
	nextPage(): Promise<IdentitiesPage | undefined> {
		return this.#next(this);
	}
}
