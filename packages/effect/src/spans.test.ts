/** What a tracer is told of a call, and what it is not. */
import { expect, it } from "@effect/vitest";
import { operations } from "@orq/identities-core";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Fiber from "effect/Fiber";
import * as Option from "effect/Option";
import * as Tracer from "effect/Tracer";
import { Transport } from "./index.ts";
import { apiOf, jo, pass, refused, withJitter } from "./test/api.ts";

/** A tracer that remembers its spans. */
const recorder = () => {
	const spans: Tracer.NativeSpan[] = [];
	const tracer = Tracer.make({
		span: (options) => {
			const span = new Tracer.NativeSpan(options);
			spans.push(span);
			return span;
		},
	});
	return { spans, tracer };
};

const told = ({ name, kind, attributes, status }: Tracer.NativeSpan) => ({
	name,
	kind,
	attributes: Object.fromEntries(attributes),
	exit: status._tag === "Ended" ? status.exit._tag : "open",
});

it.effect("an operation has a span, and each attempt one below it, with OpenTelemetry's names", () =>
	Effect.gen(function* () {
		const { spans, tracer } = recorder();
		const api = yield* apiOf(503, { body: jo });
		const client = yield* api.client({ baseUrl: "http://localhost:8080/base" });
		const call = yield* Effect.forkChild(
			client.retrieve("jo@example.com").pipe(withJitter(0), Effect.withTracer(tracer)),
		);
		yield* pass(0);
		yield* Fiber.join(call);
		const common = {
			"http.request.method": "GET",
			"url.template": "/v2/identities/{id}",
			"url.full": "http://localhost:8080/base/v2/identities/REDACTED",
			"server.address": "localhost",
			"server.port": 8080,
		};
		expect(spans.map(told)).toEqual([
			{ name: "Identities.retrieve", kind: "internal", attributes: {}, exit: "Success" },
			{
				name: "GET /v2/identities/{id}",
				kind: "client",
				attributes: { ...common, "http.response.status_code": 503, "error.type": "503" },
				exit: "Failure",
			},
			{
				name: "GET /v2/identities/{id}",
				kind: "client",
				attributes: { ...common, "http.request.resend_count": 1, "http.response.status_code": 200 },
				exit: "Success",
			},
		]);
		expect(spans.map(({ parent }) => (parent._tag === "Some" ? parent.value.spanId : undefined))).toEqual([
			undefined,
			spans[0]?.spanId,
			spans[0]?.spanId,
		]);
	}),
);

it.effect("no personal data is told: neither ids nor the query's values nor the body", () =>
	Effect.gen(function* () {
		const { spans, tracer } = recorder();
		const api = yield* apiOf({ body: { ...jo, data: [] } });
		const client = yield* api.client();
		yield* Effect.all([
			client.list({ search: "secret", filter_by: { tags: ["secret"] }, limit: 5 }),
			client.update("secret", { email: "secret@example.com" }),
			client.upsert("secret", { display_name: "secret" }),
		]).pipe(Effect.withTracer(tracer));
		expect(JSON.stringify(spans.map(told))).not.toContain("secret");
		const filter = operations.list.query.find(({ name }) => name === "filter_by")?.wire;
		const listed = spans.map(told).find(({ name }) => name === "GET /v2/identities");
		expect(String(listed?.attributes["url.full"]).split(/[?&]/).sort()).toEqual([
			`${filter}=REDACTED`,
			"https://my.orq.ai/v2/identities",
			"limit=REDACTED",
			"search=REDACTED",
		]);
	}),
);

it.effect("an attempt that gets no answer says by which error it ended", () =>
	Effect.gen(function* () {
		const { spans, tracer } = recorder();
		const client = yield* (yield* apiOf(refused)).client({ maxRetries: 0 });
		yield* Effect.flip(client.list()).pipe(Effect.withTracer(tracer));
		expect(spans.map(told)[1]).toMatchObject({
			attributes: { "error.type": "ConnectionError" },
			exit: "Failure",
		});
	}),
);

it.effect("a transport that throws ends its span, as all others do", () =>
	Effect.gen(function* () {
		const { spans, tracer } = recorder();
		const broken: Transport = () => {
			throw new Error("broken");
		};
		const made = (yield* apiOf(200)).client({ fetch: undefined });
		const client = yield* Effect.provideService(made, Transport, broken);
		const exit = yield* Effect.exit(Effect.withTracer(client.list(), tracer));
		expect(exit).toMatchObject({ _tag: "Failure", cause: { reasons: [{ _tag: "Die" }] } });
		expect(spans.map(told).map(({ exit }) => exit)).toEqual(["Failure", "Failure"]);
	}),
);

it.effect("spans hang below the caller's, with the annotations and links that are in force", () =>
	Effect.gen(function* () {
		const { spans, tracer } = recorder();
		const client = yield* (yield* apiOf({ body: {} })).client();
		const link = Tracer.externalSpan({ spanId: "s", traceId: "t" });
		yield* client
			.list()
			.pipe(
				Effect.annotateSpans("tenant", "acme"),
				Effect.linkSpans(link),
				Effect.withSpan("mine"),
				Effect.withTracer(tracer),
			);
		const [mine, operation, attempt] = spans;
		expect(operation?.parent).toMatchObject({ value: { spanId: mine?.spanId } });
		expect(attempt?.attributes.get("tenant")).toBe("acme");
		expect(attempt?.links.map(({ span }) => span.spanId)).toEqual(["s"]);
	}),
);

it.effect("without a tracer there is no span, and where tracing is off there is none either", () =>
	Effect.gen(function* () {
		const current: unknown[] = [];
		const api = yield* apiOf({ body: {} });
		const client = yield* api.client();
		const look = Effect.map(Effect.option(Effect.currentSpan), (span) => void current.push(span._tag));
		yield* Effect.andThen(client.list(), look);
		expect(current).toEqual(["None"]);

		const { spans, tracer } = recorder();
		yield* client.list().pipe(Effect.withTracerEnabled(false), Effect.withTracer(tracer));
		expect(spans).toEqual([]);
	}),
);

it.effect("the server is told of the trace only where that is asked for", () =>
	Effect.gen(function* () {
		const { spans, tracer } = recorder();
		const api = yield* apiOf({ body: {} });
		yield* (yield* api.client()).list().pipe(Effect.withTracer(tracer));
		expect([...(api.arrived[0]?.headers.keys() ?? [])].sort()).toEqual(["accept", "authorization"]);

		const asked = yield* api.client({ propagateTrace: true });
		yield* asked.list().pipe(Effect.withTracer(tracer));
		const attempt = spans.at(-1);
		expect(api.arrived[1]?.headers.get("traceparent")).toBe(`00-${attempt?.traceId}-${attempt?.spanId}-01`);

		yield* asked.list(); // Nobody traces.
		expect(api.arrived[2]?.headers.has("traceparent")).toBe(false);

		const [traceId, spanId] = ["0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"];
		const caller = Tracer.externalSpan({ traceId, spanId, sampled: false });
		yield* asked.list().pipe(Effect.withParentSpan(caller)); // Nobody here, but the caller does.
		expect(api.arrived[3]?.headers.get("traceparent")).toBe(`00-${traceId}-${spanId}-00`);
	}),
);

it.effect("a level below which nothing is sampled holds for our spans, too", () =>
	Effect.gen(function* () {
		const { spans, tracer } = recorder();
		const client = yield* (yield* apiOf({ body: {} })).client();
		for (const minimum of ["Info", "Warn"] as const) {
			const traced = client.list().pipe(Effect.withTracer(tracer));
			yield* Effect.provideService(traced, Tracer.MinimumTraceLevel, minimum);
		}
		expect(spans.map(({ sampled }) => sampled)).toEqual([true, true, false, false]);
	}),
);

it.effect("the level in force for spans is that of ours, as of those that Effect makes", () =>
	Effect.gen(function* () {
		const { spans, tracer } = recorder();
		const client = yield* (yield* apiOf({ body: {} })).client();
		const pairs = [
			["Debug", "Info"],
			["Warn", "Warn"],
			["Error", "Warn"],
			["All", "None"],
		] as const;
		for (const [level, minimum] of pairs) {
			yield* Effect.andThen(Effect.withSpan(Effect.void, "Effect's"), client.list()).pipe(
				Effect.withTracer(tracer),
				Effect.provideService(Tracer.CurrentTraceLevel, level),
				Effect.provideService(Tracer.MinimumTraceLevel, minimum),
			);
		}
		const expected = [false, true, true, false].flatMap((is) => [is, is, is]);
		expect(spans.map(({ sampled }) => sampled)).toEqual(expected);
	}),
);

it.effect("no span hangs below one that is kept from propagation, and the server is told of none", () =>
	Effect.gen(function* () {
		const { spans, tracer } = recorder();
		const api = yield* apiOf({ body: {} });
		const client = yield* api.client({ propagateTrace: true });
		const parentOf = (span: Tracer.NativeSpan | undefined) =>
			span && Option.getOrUndefined(Option.map(span.parent, ({ spanId }) => spanId));
		const list = client.list().pipe(Effect.withTracerEnabled(true));
		const muted = list.pipe(Effect.withSpan("muted"), Effect.withTracerEnabled(false));
		yield* muted.pipe(Effect.withTracer(tracer));
		expect(spans.map(({ name }) => name)).toEqual(["Identities.list", "GET /v2/identities"]);
		expect([parentOf(spans[0]), spans[0]?.traceId.length]).toEqual([undefined, 32]);

		// The one above it is taken in its place.
		yield* muted.pipe(Effect.withSpan("mine"), Effect.withTracer(tracer));
		const [mine, operation] = spans.slice(2);
		expect([mine?.name, parentOf(operation)]).toEqual(["mine", mine?.spanId]);

		const [traceId, spanId] = ["0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"];
		const annotations = Context.make(Tracer.DisablePropagation, true);
		const hidden = Tracer.externalSpan({ traceId, spanId, sampled: true, annotations });
		yield* client.list().pipe(Effect.withParentSpan(hidden)); // Nobody traces here.
		expect(api.arrived[2]?.headers.has("traceparent")).toBe(false);
	}),
);

it.effect("an upsert's requests hang below one span", () =>
	Effect.gen(function* () {
		const { spans, tracer } = recorder();
		const client = yield* (yield* apiOf(404, { status: 201, body: jo })).client();
		yield* client.upsert("jo", {}).pipe(Effect.withTracer(tracer));
		expect(spans.map(({ name }) => name)).toEqual([
			"Identities.upsert",
			"Identities.update",
			"PATCH /v2/identities/{id}",
			"Identities.create",
			"POST /v2/identities",
		]);
	}),
);

it.effect("the address of an IPv6 server has no brackets, which are the URL's", () =>
	Effect.gen(function* () {
		const { spans, tracer } = recorder();
		const client = yield* (yield* apiOf({ body: jo })).client({ baseUrl: "http://[::1]:8080" });
		yield* Effect.withTracer(client.retrieve("jo"), tracer);
		const attributes = spans[1]?.attributes;
		expect([attributes?.get("server.address"), attributes?.get("server.port")]).toEqual(["::1", 8080]);
	}),
);
