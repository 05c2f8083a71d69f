/** An API of canned answers on the test's clock, for tests of exact times: no socket, no real waiting. */
import * as Clock from "effect/Clock";
import * as Effect from "effect/Effect";
import * as Random from "effect/Random";
import * as Redacted from "effect/Redacted";
import { TestClock } from "effect/testing";
import { Identities, type IdentitiesOptions, type IdentitiesService } from "../index.ts";

/** A request that has arrived, and when, in ms on the test's clock. */
export interface Arrived {
	readonly at: number;
	readonly method: string;
	readonly url: string;
	readonly headers: Headers;
	readonly body: string | undefined;
	readonly signal: AbortSignal;
}

/** What is answered: a status, a whole answer, or a fetch of its own that may fail, hang or dawdle. */
export type Reply = number | Answer | ((arrived: Arrived) => Promise<Response>);

interface Answer {
	readonly status?: number;
	readonly headers?: Readonly<Record<string, string>>;
	/** A text as it is, anything else as JSON. */
	readonly body?: unknown;
}

export interface Api {
	readonly fetch: typeof fetch;
	readonly arrived: readonly Arrived[];
	/** When each request arrived. */
	readonly times: () => number[];
	/** The client, with this API behind it. */
	readonly client: (options?: Partial<IdentitiesOptions>) => Effect.Effect<IdentitiesService>;
}

/** Gives these answers one after the other, then the last one for ever. */
export const apiOf = (...replies: readonly Reply[]): Effect.Effect<Api> =>
	Effect.map(Clock.Clock, (clock) => {
		const arrived: Arrived[] = [];
		const fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
			const request: Arrived = {
				at: clock.currentTimeMillisUnsafe(),
				method: init.method ?? "",
				url: String(input),
				headers: new Headers(init.headers),
				body: init.body?.toString(),
				signal: init.signal ?? new AbortController().signal,
			};
			arrived.push(request);
			const reply = replies[Math.min(arrived.length, replies.length) - 1] ?? 500;
			return typeof reply === "function" ? reply(request) : responseOf(reply);
		};
		return {
			fetch,
			arrived,
			times: () => arrived.map(({ at }) => at),
			client: (options) =>
				Effect.orDie(Identities.make({ apiKey: Redacted.make("secret-key"), fetch, ...options })),
		};
	});

export function responseOf(reply: number | Answer): Response {
	const { status = 200, headers, body } = typeof reply === "number" ? { status: reply } : reply;
	const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
	return new Response(text ?? null, { status, headers: { "content-type": "application/json", ...headers } });
}

export const jo = { _id: "contact_1", external_id: "jo" };

/** Never answers; rejects, as `fetch` does, when its signal aborts. */
export const silent = ({ signal }: Arrived): Promise<Response> =>
	new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

/** The head of an answer at once, and a body that never comes. */
export const stalled =
	(status: number) =>
	async ({ signal }: Arrived): Promise<Response> => {
		const body = new ReadableStream({
			start(controller) {
				controller.enqueue(new TextEncoder().encode('{"_id"'));
				signal.addEventListener("abort", () => controller.error(signal.reason));
			},
		});
		return new Response(body, { status });
	};

export const refused = (): Promise<Response> =>
	Promise.reject(
		new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "ECONNREFUSED" }) }),
	);

export const reset = (): Promise<Response> =>
	Promise.reject(
		new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "ECONNRESET" }) }),
	);

/** Lets everything that needs no time come to rest. */
export const settle = Effect.promise(async () => {
	for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
});

/** Moves the test's clock on, from rest to rest. */
export const pass = (ms: number): Effect.Effect<void> =>
	settle.pipe(Effect.andThen(TestClock.adjust(ms)), Effect.andThen(settle));

/** Draws this number whenever jitter asks for one. */
export const withJitter =
	(random: number) =>
	<Value, Failure, Services>(effect: Effect.Effect<Value, Failure, Services>) =>
		Effect.provideService(effect, Random.Random, {
			nextDoubleUnsafe: () => random,
			nextIntUnsafe: () => 0,
		});
