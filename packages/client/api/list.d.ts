/**
 * The answer of `list`: lazy, to be awaited for one page or iterated for all; nothing is sent before.
 * The first page is shared by both ways.
 */
import type { Identity, ListIdentitiesError, ListIdentitiesQuery, Result } from "@orq/identities-core";
import type { ApiResponse } from "./call.js";
import type { ListOptions } from "./options.js";
import { IdentitiesPage } from "./page.js";
import type { Send } from "./send.js";
import { type Walk } from "./walk.js";
/**
 * A list of identities that is sent for when it is awaited or iterated.
 *
 * @example
 * const page = await client.list({ limit: 50 });
 * for await (const identity of client.list({ search: "jo" })) console.log(identity.external_id);
 */
export declare class IdentitiesList implements PromiseLike<IdentitiesPage>, AsyncIterable<Identity> {
    #private;
    /** @internal */
    constructor(send: Send, query: ListIdentitiesQuery | undefined, options: ListOptions | undefined);
    then<Value = IdentitiesPage, Other = never>(onfulfilled?: ((page: IdentitiesPage) => Value | PromiseLike<Value>) | null, onrejected?: ((error: unknown) => Other | PromiseLike<Other>) | null): Promise<Value | Other>;
    catch<Other = never>(onrejected?: ((error: unknown) => Other | PromiseLike<Other>) | null): Promise<IdentitiesPage | Other>;
    finally(onfinally?: (() => void) | null): Promise<IdentitiesPage>;
    /** The first page with status, headers, request id and the number of attempts. */
    withResponse(): Promise<ApiResponse<IdentitiesPage>>;
    /** The first page or a typed error, as a value; only cancelling still rejects. */
    result(): Promise<Result<IdentitiesPage, ListIdentitiesError>>;
    /** Every page, from the first on. */
    pages(): Walk<IdentitiesPage>;
    /** Every identity, page after page. */
    [Symbol.asyncIterator](): Walk<Identity>;
}
