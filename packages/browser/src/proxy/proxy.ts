/** Puts the proxy together: each request passes the rooms in turn, and each room may end its way with a refusal. */
import { createSend, engineOf, perform, type Send } from "@orq/identities-client/internal";
import type { Operation } from "@orq/identities-core";
import { dataResponse, optionsResponse, refusalResponse, withCors } from "./answer.ts";
import { askedBy } from "./asked.ts";
import { type Admission, admissionOf } from "./cross-site.ts";
import { forward } from "./forward.ts";
import { grantedBy } from "./grant.ts";
import {
	checkProxyOptions,
	defaultMaxBodyBytes,
	defaultProxyTimeoutMs,
	type ProxyOptions,
} from "./options.ts";
import {
	clientGone,
	crossSite,
	notAllowed,
	notFound,
	type Refusal,
	serverFailed,
	wrongMethod,
} from "./refusal.ts";
import { type Report, reportTo } from "./report.ts";
import { routeOf } from "./route.ts";

type Rule = (asked: object) => unknown;

/** What a proxy has for all its requests. */
interface Proxy {
	readonly send: Send;
	readonly rules: Readonly<Record<string, Rule | undefined>>;
	readonly maxBodyBytes: number;
	readonly report: Report;
}

/**
 * Makes the server half of the browser's client: a Fetch handler that keeps the API key and asks your rules on every
 * request. Mount it at any path; it serves what ends in `/v2/identities` or `/v2/identities/<id>`. It never rejects.
 *
 * Throws an `InvalidInputError` where an option is wrong or the key is missing.
 *
 * @example
 * const proxy = createIdentitiesProxy({
 * 	apiKey,
 * 	allow: {
 * 		retrieve: async ({ request }) => {
 * 			const user = await session(request);
 * 			return user && { id: user.id, select: ["display_name", "metrics"] };
 * 		},
 * 	},
 * });
 */
export function createIdentitiesProxy(options: ProxyOptions): (request: Request) => Promise<Response> {
	checkProxyOptions(options);
	const { allow, allowedOrigins, maxBodyBytes = defaultMaxBodyBytes, onError } = options;
	const { apiKey, baseUrl, fetch, allowInsecureHttp, dangerouslyAllowBrowser } = options;
	const { timeoutMs = defaultProxyTimeoutMs } = options;
	const engine = engineOf({
		apiKey,
		baseUrl,
		fetch,
		allowInsecureHttp,
		dangerouslyAllowBrowser,
		timeoutMs,
	});
	const proxy: Proxy = {
		// Of the whole call: a key function may have it sent once more, and the page's client waits no longer for that.
		send: createSend({ timeoutMs, totalTimeoutMs: timeoutMs }, (call) => perform(engine, call)),
		rules: { ...allow } as Proxy["rules"], // each is given what its operation has
		maxBodyBytes,
		report: reportTo(onError),
	};
	const origins = new Set(allowedOrigins);
	return async (request) => {
		const admission = admissionOf(request, origins);
		return admission ? handle(proxy, request, admission) : refusalResponse(crossSite, request, {});
	};
}

async function handle(proxy: Proxy, request: Request, { cors }: Admission): Promise<Response> {
	let operation: Operation | undefined;
	const refuse = (refusal: Refusal) => refusalResponse(refusal, request, cors);
	try {
		const url = new URL(request.url);
		const route = routeOf(url.pathname);
		if (!route) return refuse(notFound);
		const methods = route.operations.filter(({ name }) => proxy.rules[name]).map(({ method }) => method);
		if (request.method === "OPTIONS") return optionsResponse(request, methods, cors);
		operation = route.operations.find(({ method }) => method === request.method);
		if (!operation) return refuse(wrongMethod(methods));
		const rule = proxy.rules[operation.name];
		if (!rule) return refuse(notAllowed);
		const asked = await askedBy(request, operation, route.params, url.searchParams, proxy.maxBodyBytes);
		if (!asked.ok) return refuse(asked.error);
		const verdict = await rule(asked.data);
		if (!verdict) return refuse(notAllowed);
		if (verdict instanceof Response) return withCors(verdict, cors);
		const forwarded = await forward(proxy.send, operation, grantedBy(verdict, operation), request.signal);
		if (forwarded.ok) return dataResponse(forwarded.data.data, forwarded.data.status, cors);
		const { error } = forwarded;
		if (error.status >= 500) proxy.report(error.cause, { operation: operation.name, request });
		return refuse(error);
	} catch (error) {
		if (request.signal.aborted) return refuse(clientGone);
		proxy.report(error, { operation: operation?.name, request });
		return refuse(serverFailed);
	}
}
