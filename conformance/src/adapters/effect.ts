/** The Effect client: its Effects run to their exits, with failures as the data that they are. */
import { Identities, type IdentitiesService, type RequestOptions } from "@orq/identities-effect";
import * as Cause from "effect/Cause";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import * as ManagedRuntime from "effect/ManagedRuntime";
import * as Redacted from "effect/Redacted";
import * as Stream from "effect/Stream";
import type { Adapter, Call, Connection, ConnectionSettings } from "../adapter.ts";
import type { CallOptions, Walk } from "../scenario.ts";
import { errorOf, type Seen, type SeenError } from "../seen.ts";

export const effectAdapter: Adapter = {
	name: "@orq/identities-effect",
	features: ["key"],
	connect,
};

async function connect({ apiKey, baseUrl, ...options }: ConnectionSettings): Promise<Connection> {
	const layer = Identities.layer({
		...optionsOf(options),
		baseUrl,
		dangerouslyAllowBrowser: true,
		apiKey:
			typeof apiKey === "string"
				? Redacted.make(apiKey)
				: Effect.map(Effect.promise(apiKey), (key) => Redacted.make(key)),
	});
	const runtime = ManagedRuntime.make(layer);
	const service = await runtime.runPromise(Identities);
	return {
		heard: [],
		call: (call) => seenOf(service, call),
		close: () => runtime.dispose(),
	};
}

/** The same limits under this client's names; prefetch is for the caller of a stream to add. */
const optionsOf = ({ timeoutMs, totalTimeoutMs, prefetch: _, ...others }: CallOptions): RequestOptions => ({
	...others,
	timeout: timeoutMs,
	totalTimeout: totalTimeoutMs,
});

async function seenOf(service: IdentitiesService, call: Call): Promise<Seen> {
	const items: unknown[] = [];
	const { take, signal } = call;
	const walked = typeof take === "object" ? { items } : {};
	// Effect takes its first steps before it looks at the signal.
	const effect = Effect.flatMap(Effect.yieldNow, () => started(service, call, items));
	const exit = await Effect.runPromiseExit(effect, signal && { signal });
	if (Exit.isSuccess(exit)) return { ...seenValue(exit.value), ...walked };
	if (signal?.aborted && Cause.hasInterruptsOnly(exit.cause)) return { cancelled: true, ...walked };
	return { error: failure(Cause.squash(exit.cause)), ...walked };
}

/** As from JavaScript: whatever a scenario gives is handed on. */
function started(service: IdentitiesService, call: Call, items: unknown[]): Effect.Effect<unknown, unknown> {
	const { method, args, options, take } = call;
	const methods = service as unknown as Readonly<
		Record<string, (...args: readonly unknown[]) => Effect.Effect<unknown, unknown>>
	>;
	if (typeof take === "object") return walked(service, call, take, items);
	return methods[method]?.(...args, optionsOf(options)) ?? Effect.die(`no method ${method}`);
}

function walked(service: IdentitiesService, { args, options, onItem }: Call, take: Walk, items: unknown[]) {
	const walk = take.walk === "pages" ? service.pages : service.stream;
	const stream: Stream.Stream<unknown, unknown> = walk(args[0] as object, optionsOf(options));
	const ahead = options.prefetch ? Stream.buffer(stream, { capacity: 1 }) : stream;
	const some = take.stopAfter === undefined ? ahead : Stream.take(ahead, take.stopAfter);
	return Stream.runForEach(some, (item) =>
		Effect.sync(() => {
			items.push(plain(item));
			onItem();
		}),
	);
}

const seenValue = (value: unknown): Seen => (value === undefined ? {} : { value: plain(value) });

/** Dates become the text that they were. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The limits that an error names, under the scenario's names again. */
function failure(thrown: unknown): SeenError {
	const error = errorOf(thrown);
	const { issues } = error as { readonly issues?: readonly { readonly path: string }[] };
	if (issues === undefined) return error;
	return {
		...error,
		issues: issues.map((issue) => ({
			...issue,
			path: issue.path.replace(/^(timeout|totalTimeout)$/, "$1Ms"),
		})),
	};
}
