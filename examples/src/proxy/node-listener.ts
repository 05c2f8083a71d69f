/** Some lines between `node:http`'s request and response and the Web's: copy them into an app that has no framework. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** A listener for `createServer` that answers as a Fetch handler does. */
export const listenerOf =
	(handler: (request: Request) => Promise<Response>) =>
	async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
		const gone = new AbortController();
		outgoing.on("close", () => gone.abort()); // a page that leaves ends the request to orq.ai
		// Nobody awaits a listener: what it throws would end the process.
		try {
			const request = webRequest(incoming, gone.signal);
			const response = request ? await handler(request) : new Response(null, { status: 400 });
			outgoing.writeHead(response.status, [...response.headers].flat());
			await pipeline(Readable.from(response.body ?? []), outgoing);
		} catch {
			outgoing.destroy();
		}
	};

/** Undefined for what `node:http` takes and the Web does not: the method TRACE, a `Host` that is none. */
function webRequest(incoming: IncomingMessage, signal: AbortSignal): Request | undefined {
	const { method = "GET", headers, url = "/" } = incoming;
	const pairs = Object.entries(headers).map(([name, value = ""]): [string, string] => [
		name,
		[value].flat().join(", "),
	]);
	const body: RequestInit & { readonly duplex: "half" } = {
		body: Readable.toWeb(incoming) as BodyInit,
		duplex: "half",
	};
	try {
		// Joined, not resolved: a URL that begins with `//` would lead to another host.
		return new Request(`http://${headers.host ?? "localhost"}${url}`, {
			method,
			headers: pairs,
			signal,
			...(method !== "GET" && method !== "HEAD" && body),
		});
	} catch {
		return undefined;
	}
}
