/**
 * The one shape in which every contender is measured. What a contender does not have (pages, checks
 * of input), its adapter writes by hand as its user would have to.
 */

/** Where the API is, and how it is reached. */
export interface Where {
	/** Without a trailing slash. */
	readonly baseUrl: string;
	readonly apiKey: string;
	/** Default: the global one. */
	readonly fetch?: typeof fetch;
}

/** What is done with each identity of a walk: a promise is waited for before the next one is handed over. */
export type Each = (identity: unknown) => Promise<void> | undefined;

export interface Client {
	/** The identities of the first page. */
	readonly list: (limit: number) => Promise<readonly unknown[]>;
	/** Rejects where nobody has the id. */
	readonly retrieve: (id: string, signal?: AbortSignal) => Promise<unknown>;
	readonly create: (externalId: string) => Promise<unknown>;
	/** Every identity, `limit` a page; `prefetch` asks for a page while the one before is worked on. */
	readonly iterate: (limit: number, each: Each, prefetch?: boolean) => Promise<void>;
	/** Whether `prefetch` does anything. */
	readonly prefetches: boolean;
	/** Calls with a limit that is out of range; absent where the contender would send that. */
	readonly refuse?: () => Promise<unknown>;
	/** Whether an error says that nobody has the id, as a user of this contender finds out. */
	readonly isNotFound: (error: unknown) => boolean;
	/** An identity as the wire has it, to compare contenders that rename fields or make dates. */
	readonly plain: (identity: unknown) => PlainIdentity;
}

export interface PlainIdentity {
	readonly _id: string;
	readonly external_id: string;
	readonly display_name: string | null | undefined;
	readonly tags: readonly string[] | undefined;
	readonly metadata: unknown;
	/** In ms since the epoch. */
	readonly created: number;
}

export interface Contender {
	readonly title: string;
	/** What its user imports; undefined where that is nothing. */
	readonly specifier?: string;
	/** The packages that its user installs. */
	readonly installs: readonly string[];
	/** Whether the adapter expects `{ identity: … }` around a single identity. */
	readonly wrapped?: true;
	readonly open: () => Promise<{ readonly open: (where: Where) => Client }>;
}
