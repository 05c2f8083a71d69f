/**
 * What a call tells a tracer: a span for the operation, and one for each attempt, with the names of OpenTelemetry's
 * HTTP client conventions (https://opentelemetry.io/docs/specs/semconv/http/http-spans/). No personal data: the URL
 * shows neither ids nor the query's values. Where nobody traces no span is made: an unread one costs half a `fetch`.
 */
import type { AnyIdentitiesError, WireAnswer } from "@orq/identities-core";
import * as Clock from "effect/Clock";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import type * as Fiber from "effect/Fiber";
import * as LogLevel from "effect/LogLevel";
import * as Option from "effect/Option";
import * as References from "effect/References";
import * as Tracer from "effect/Tracer";
import type { Call } from "./call.ts";

/** Gets the span that was made, and the one that is in force, which may be the caller's. */
type Work<Value, Failure> = (
	span: Tracer.Span | undefined,
	current: Tracer.AnySpan | undefined,
) => Effect.Effect<Value, Failure>;

/** Makes a span around a whole operation. */
export const operationSpan = <Value, Failure>(
	name: string,
	work: Effect.Effect<Value, Failure>,
): Effect.Effect<Value, Failure> =>
	traced(
		() => [`Identities.${name}`, "internal"],
		() => work,
	);

/** Makes a span around one attempt. */
export const attemptSpan = <Value, Failure>(
	call: Call,
	work: Work<Value, Failure>,
): Effect.Effect<Value, Failure> =>
	traced(() => [`${call.operation.method} ${call.operation.path}`, "client", attributesOf(call)], work);

export function tellAnswer(span: Tracer.Span | undefined, { status }: WireAnswer): void {
	span?.attribute("http.response.status_code", status);
}

export function tellError(span: Tracer.Span | undefined, { status = 0, _tag }: AnyIdentitiesError): void {
	span?.attribute("error.type", status < 300 ? _tag : String(status));
}

/** The header that tells the server of a span (https://www.w3.org/TR/trace-context/); none for a span of no trace. */
export function traceHeaders(span: Tracer.AnySpan | undefined): Readonly<Record<string, string>> {
	if (!span || !/^[\da-f]{32}$/.test(span.traceId)) return {};
	return { traceparent: `00-${span.traceId}-${span.spanId}-${span.sampled ? "01" : "00"}` };
}

/** As `Effect.useSpan`, which would bring its default tracer into every bundle, 1.2 kB that nobody reads. */
const traced = <Value, Failure>(
	about: () => [name: string, kind: Tracer.SpanKind, attributes?: Record<string, unknown>],
	work: Work<Value, Failure>,
): Effect.Effect<Value, Failure> =>
	Effect.withFiber((fiber: Fiber.Fiber<unknown, unknown>) => {
		const { tracer, tracerEnabled } = fiber.cache;
		const parent = propagated(fiber.cache.span);
		if (!tracer || !tracerEnabled) return work(undefined, parent);
		const clock = fiber.getRef(Clock.Clock);
		const isTimed = fiber.getRef(References.TracerTimingEnabled);
		const now = () => (isTimed ? clock.currentTimeNanosUnsafe() : BigInt(0));
		const [name, kind, attributes] = about();
		const span = tracer.span({
			name,
			kind,
			parent: Option.fromUndefinedOr(parent),
			annotations: Context.empty(),
			links: [...fiber.getRef(References.TracerSpanLinks)],
			startTime: now(),
			root: false,
			sampled:
				parent?.sampled !== false &&
				LogLevel.getOrdinal(fiber.getRef(Tracer.CurrentTraceLevel)) >=
					LogLevel.getOrdinal(fiber.getRef(Tracer.MinimumTraceLevel)),
		});
		const all = { ...fiber.getRef(References.TracerSpanAnnotations), ...attributes };
		for (const [key, value] of Object.entries(all)) span.attribute(key, value);
		// Suspended, since a transport that throws where it should fail must not leave its span open.
		const within = Effect.suspend(() => work(span, span));
		return Effect.onExit(Effect.provideService(within, Tracer.ParentSpan, span), (exit) =>
			Effect.sync(() => span.end(now(), exit)),
		);
	});

/** The next span that others may hang below and be told of: not one that Effect made where tracing was off. */
function propagated(span: Tracer.AnySpan | undefined): Tracer.AnySpan | undefined {
	if (!span || !Context.get(span.annotations, Tracer.DisablePropagation)) return span;
	return span._tag === "Span" ? propagated(Option.getOrUndefined(span.parent)) : undefined;
}

function attributesOf({ operation, request, settings, attempts }: Call): Record<string, unknown> {
	const { hostname, port, protocol } = new URL(settings.baseUrl);
	const hidden = "REDACTED";
	const query = /\?.*/.exec(request.url)?.[0].replace(/=[^&]*/g, `=${hidden}`) ?? "";
	return {
		"http.request.method": operation.method,
		"url.template": operation.path,
		"url.full": settings.baseUrl + operation.path.replace(/\{[^{}]+\}/g, hidden) + query,
		"server.address": hostname.replace(/[[\]]/g, ""),
		"server.port": Number(port) || (protocol === "http:" ? 80 : 443),
		...(attempts > 1 && { "http.request.resend_count": attempts - 1 }),
	};
}
