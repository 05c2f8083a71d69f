/** The proxy's responses. Each says itself what it is; no header of the API's or of the page's is among them. */
import { preflightHeaders } from "./cross-site.ts";
import type { Refusal } from "./refusal.ts";

/** Personal data: nobody on the way keeps it. Its headers decide who gets it, so caches that do must know. */
const always: Readonly<Record<string, string>> = {
	"cache-control": "no-store",
	"cross-origin-resource-policy": "same-origin",
	vary: "origin, sec-fetch-site",
	"x-content-type-options": "nosniff",
};

type Headers = Readonly<Record<string, string>>;

/** `data` undefined: an answer without a body. */
export const dataResponse = (data: unknown, status: number, headers: Headers): Response =>
	data === undefined
		? new Response(null, { status, headers: { ...always, ...headers } })
		: new Response(JSON.stringify(data), {
				status,
				headers: { ...always, "content-type": "application/json", ...headers },
			});

export function refusalResponse(
	{ status, code, message, headers: own }: Refusal,
	request: Request,
	headers: Headers,
): Response {
	const body = request.method === "HEAD" ? undefined : { error: { code, message } };
	return dataResponse(body, status, { ...own, ...headers });
}

/** What may be done here; to another origin's page, with which headers, too. */
export function optionsResponse(request: Request, methods: readonly string[], cors: Headers): Response {
	const preflight = Object.keys(cors).length > 0 ? preflightHeaders(request, methods) : {};
	return dataResponse(undefined, 204, { allow: methods.join(", "), ...cors, ...preflight });
}

/** A rule's own response, which another origin's page must be able to read, too. */
export function withCors(response: Response, cors: Headers): Response {
	if (Object.keys(cors).length === 0) return response;
	const { status, statusText, body } = response;
	const headers = new Headers(response.headers);
	for (const [name, value] of Object.entries(cors)) headers.set(name, value);
	headers.append("vary", "origin");
	return new Response(body, { status, statusText, headers });
}
