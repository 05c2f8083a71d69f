/** One page of a list, and the way to the next. */
import type { Identity, ListIdentitiesResponse } from "@orq/identities-core";
/** A page. Fields that are new in the API are kept. */
export declare class IdentitiesPage implements ListIdentitiesResponse {
    #private;
    readonly object: ListIdentitiesResponse["object"];
    readonly data: Identity[];
    /** Whether there is more in the direction that was asked for. */
    readonly has_more: boolean;
    /** @internal */
    constructor(page: ListIdentitiesResponse, next: (page: IdentitiesPage) => Promise<IdentitiesPage | undefined>);
    /**
     * Asks for the next page in the same direction; undefined where there is none. Sends each time it is called.
     *
     * @example
     * let page: IdentitiesPage | undefined = await client.list({ limit: 50 });
     * for (; page; page = await page.nextPage()) console.log(page.data.length);
     */
    nextPage(): Promise<IdentitiesPage | undefined>;
}
