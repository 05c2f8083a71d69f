/** What we want to reach, as conditions on what was measured. */

import type { Find } from "./results.ts";
import type { Unit } from "./row.ts";

export interface Goal {
	readonly row: string;
	readonly what: string;
	/** In the unit of the figure; a ratio has none. */
	readonly limit: number;
	readonly unit?: Unit;
	/** Undefined where it was not measured. */
	readonly figure: (find: Find) => number | undefined;
	/** What stands in the way where it is not met, and where that is measured. */
	readonly hindrance?: string;
}

const ratio = (metric: string, contender: string) => (find: Find) => find(metric, contender)?.ratio?.median;
const value = (metric: string, contender: string) => (find: Find) => find(metric, contender)?.value.median;

/** The worst of several; undefined where one of them is missing. */
const worst =
	(...figures: readonly Goal["figure"][]) =>
	(find: Find): number | undefined => {
		const all = figures.map((figure) => figure(find)).filter((figure) => figure !== undefined);
		return all.length === figures.length ? Math.max(...all) : undefined;
	};

const ours = [
	"@orq/identities-core",
	"@orq/identities-client",
	"@orq/identities-browser",
	"@orq/identities-effect",
];

const errors = (kind: string): Goal["figure"] =>
	worst(...ours.map((name) => value(`bundle.errors-${kind}.gzip`, name)));

const eachOfOurs = (metric: string): Goal["figure"] =>
	worst(...[...ours, "@orq/identities-testing"].map((name) => value(metric, name)));

const limited = "A time limit is a part of it: its table has a plain `fetch` with one, too.";

export const goals: readonly Goal[] = [
	{
		row: "bundle",
		what: "client, all operations, gzip",
		limit: 8500,
		unit: "bytes",
		figure: value("bundle.all.gzip", "client"),
	},
	{
		row: "bundle",
		what: "browser module, gzip",
		limit: 6000,
		unit: "bytes",
		figure: value("bundle.module.gzip", "@orq/identities-browser"),
		hindrance:
			"Bundle shows where its bytes are, folder by folder. Each folder keeps promises: what an error says and hides, what " +
			"is refused before it is sent, whether a write may have happened, when it is safe to try again.",
	},
	{ row: "bundle", what: "twelve errors, of any package", limit: 900, unit: "bytes", figure: errors("all") },
	{
		row: "bundle",
		what: "one error class, of any package",
		limit: 500,
		unit: "bytes",
		figure: errors("one"),
	},
	{
		row: "bundle",
		what: "`isIdentitiesError`, of any package",
		limit: 500,
		unit: "bytes",
		figure: errors("guard"),
	},
	{
		row: "bundle",
		what: "Effect program that lists one page, gzip",
		limit: 28_000,
		unit: "bytes",
		figure: value("bundle.list.gzip", "effect"),
	},
	{
		row: "import",
		what: "client, of openapi-fetch",
		limit: 2,
		figure: ratio("import.ms", "client"),
		hindrance:
			"It is two packages, so that an error class exists once. Import shows what Node takes for two packages with " +
			"nothing in them.",
	},
	{
		row: "cold-start",
		what: "client",
		limit: 1.05,
		figure: ratio("cold-start.unbundled", "client"),
		hindrance: "It is the import, which a plain `fetch` does not have: bundled into one file it costs less.",
	},
	{
		row: "cold-start",
		what: "Effect, unbundled",
		limit: 2.2,
		figure: ratio("cold-start.unbundled", "effect"),
		hindrance: "Cold start shows what effect's modules take without our client.",
	},
	{
		row: "cold-start",
		what: "Effect, bundled",
		limit: 1.1,
		figure: ratio("cold-start.bundled", "effect"),
		hindrance:
			"Cold start shows what a plain `fetch` in an Effect takes, without layers, streams and our client.",
	},
	{
		row: "per-call",
		what: "client, list of ten, of openapi-fetch",
		limit: 1.07,
		figure: ratio("per-call.list.beside", "client"),
	},
	{
		row: "per-call",
		what: "client, one identity, of openapi-fetch",
		limit: 1.02,
		figure: ratio("per-call.one.beside", "client"),
	},
	{
		row: "per-call",
		what: "client, list of ten, heap",
		limit: 27_000,
		unit: "bytes",
		figure: value("per-call.list.heap", "client"),
	},
	{
		row: "per-call",
		what: "client, one identity, heap",
		limit: 17_000,
		unit: "bytes",
		figure: value("per-call.one.heap", "client"),
	},
	{ row: "per-call", what: "Effect, list of ten", limit: 3, figure: ratio("per-call.list", "effect") },
	{ row: "per-call", what: "Effect, one identity", limit: 3.1, figure: ratio("per-call.one", "effect") },
	{
		row: "per-call",
		what: "Effect, traced, list of ten",
		limit: 3.8,
		figure: ratio("per-call.list", "effect-traced"),
	},
	{
		row: "per-call",
		what: "Effect, traced, one identity",
		limit: 4.8,
		figure: ratio("per-call.one", "effect-traced"),
	},
	{
		row: "loopback",
		what: "client, median",
		limit: 1.1,
		figure: ratio("loopback.p50", "client"),
		hindrance: limited,
	},
	{ row: "loopback", what: "client, 64 at once", limit: 1.2, figure: ratio("loopback.together", "client") },
	{ row: "loopback", what: "Effect, median", limit: 1.3, figure: ratio("loopback.p50", "effect") },
	{ row: "loopback", what: "Effect, 64 at once", limit: 1.7, figure: ratio("loopback.together", "effect") },
	{
		row: "pages",
		what: "client, at once",
		limit: 1.1,
		figure: ratio("pages.0", "client"),
		hindrance:
			"A walk is an async generator, so that `next()` in parallel is safe and `break` cleans up; with an API that answers " +
			"at once its turns count. The runs spread as widely as the gap.",
	},
	{ row: "pages", what: "client, after 5 ms", limit: 1.03, figure: ratio("pages.5", "client") },
	{ row: "pages", what: "Effect's stream, at once", limit: 1.5, figure: ratio("pages.0", "effect") },
	{
		row: "pages",
		what: "Effect's stream, after 5 ms",
		limit: 1.06,
		figure: ratio("pages.5", "effect"),
		hindrance:
			"Each page is asked for through a stream on Effect's runtime. Pages shows what Effect's own `HttpClient` takes for " +
			"the same.",
	},
	{
		row: "pages",
		what: "`prefetch` for a consumer that waits, of the limit",
		limit: 1.05,
		figure: ratio("pages.awaits.ahead", "client"),
	},
	{
		row: "pages",
		what: "`prefetch` for a consumer that computes, of the limit",
		limit: 1.05,
		figure: ratio("pages.computes.ahead", "client"),
	},
	{
		row: "memory",
		what: "client, peak over 100,000 identities",
		limit: 1.2,
		figure: ratio("memory.peak", "client"),
	},
	{
		row: "memory",
		what: "client and Effect, listeners left by 10,000 calls",
		limit: 0,
		unit: "count",
		figure: worst(value("memory.listeners", "client"), value("memory.listeners", "effect")),
	},
	{
		row: "memory",
		what: "client, heap growth over 10,000 calls",
		limit: 0.25,
		unit: "MB",
		figure: value("memory.heap", "client"),
	},
	{ row: "types", what: "client, 5.9", limit: 100, unit: "ms", figure: value("types.5.9.skip", "client") },
	{ row: "types", what: "client, 7.0", limit: 25, unit: "ms", figure: value("types.7.0.skip", "client") },
	{
		row: "types",
		what: "client, 5.9 without `skipLibCheck`",
		limit: 150,
		unit: "ms",
		figure: value("types.5.9.all", "client"),
	},
	{
		row: "types",
		what: "client, errors without `@types/node` and `skipLibCheck`",
		limit: 0,
		unit: "count",
		figure: value("types.errors", "client"),
	},
	{
		row: "generate",
		what: "`pnpm generate`, all of it",
		limit: 1000,
		unit: "ms",
		figure: value("generate.ms", "`pnpm generate`, all of it"),
	},
	{
		row: "generate",
		what: "`pnpm spec:update`, 3 MB, without build",
		limit: 1000,
		unit: "ms",
		figure: value("update.ms", "`pnpm spec:update`, 3 MB"),
	},
	{
		row: "install",
		what: "client, packages",
		limit: 4,
		unit: "count",
		figure: value("install.packages", "`@orq/identities-client`"),
	},
	{
		row: "install",
		what: "the largest of our packages",
		limit: 150_000,
		unit: "bytes",
		figure: eachOfOurs("install.own.size"),
	},
	{
		row: "install",
		what: "our package with most files",
		limit: 60,
		unit: "count",
		figure: eachOfOurs("install.own.files"),
	},
];
