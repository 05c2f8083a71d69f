/**
 * Decides whose page may call the proxy: its own origin's, and those of `allowedOrigins`, for which it answers CORS
 * (https://fetch.spec.whatwg.org/#http-cors-protocol). Everybody else is refused, reads too: the session's cookie
 * travels with requests that other sites start.
 *
 * `Sec-Fetch-Site` is the browser's own word, which no page can forge (https://www.w3.org/TR/fetch-metadata/). Where
 * it is absent (an old browser; plain http) the `Origin` must be the `Host`. `X-Forwarded-Host` is never asked: anyone
 * can send it.
 */

/** Undefined: refuse. */
export interface Admission {
	/** The headers that let another origin's page read the answer; none for the proxy's own. */
	readonly cors: Readonly<Record<string, string>>;
}

export function admissionOf(request: Request, allowedOrigins: ReadonlySet<string>): Admission | undefined {
	const { headers } = request;
	const origin = headers.get("origin");
	if (origin !== null && allowedOrigins.has(origin)) {
		return {
			cors: {
				"access-control-allow-origin": origin,
				"access-control-allow-credentials": "true",
				"access-control-expose-headers": "retry-after",
			},
		};
	}
	const site = headers.get("sec-fetch-site");
	const own = site === null ? isHost(origin, request) : site === "same-origin";
	return own ? { cors: {} } : undefined;
}

/** The host alone: behind something that ends TLS the scheme here is not the page's. */
function isHost(origin: string | null, request: Request): boolean {
	const host = request.headers.get("host") ?? new URL(request.url).host;
	if (origin === null || /[@/\\?#]/.test(host)) return false;
	try {
		const { protocol, host: asked } = new URL(origin);
		return /^https?:$/.test(protocol) && new URL(`${protocol}//${host}`).host === asked;
	} catch {
		return false;
	}
}

/**
 * The rest of a preflight's answer. Whatever headers a page sends go no further than here, so all that it names are
 * allowed.
 */
export const preflightHeaders = (request: Request, methods: readonly string[]): Record<string, string> => ({
	"access-control-allow-methods": methods.join(", "),
	"access-control-allow-headers": tokens(request.headers.get("access-control-request-headers")).join(", "),
	"access-control-max-age": "600",
});

const tokens = (list: string | null): string[] =>
	(list ?? "").split(",").flatMap((name) => /^\s*([\w!#$%&'*+.^`|~-]+)\s*$/.exec(name)?.[1] ?? []);
