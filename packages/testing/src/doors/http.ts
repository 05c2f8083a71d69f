/**
 * The door for Node's HTTP server: here faults are real, on the socket itself. A dropped connection is a destroyed
 * socket; a cut body is a `content-length` that promises more than is sent.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Answer, bodyBytes, isBodiless, refusal } from "../exchange/answer.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { PlainRequest } from "../exchange/request.ts";

/** A listener for `createServer`; it never rejects. */
export const listenerOf =
	(exchange: Exchange, { keepAlive }: { readonly keepAlive: boolean }) =>
	async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
		const gone = new AbortController();
		outgoing.on("close", () => gone.abort());
		outgoing.on("error", () => {}); // Writing to a client that has just left must not end the process.
		let answer: Answer;
		try {
			answer = await exchange(await plainRequest(incoming), gone.signal);
		} catch (thrown) {
			// Either the client is gone, or something of the test's own has failed, such as its clock.
			answer = refusal(500, String(thrown));
		}
		if (outgoing.destroyed) return;
		try {
			deliver(keepAlive ? answer : lastOne(answer), outgoing);
		} catch {
			outgoing.destroy(); // A rule's headers may be none that Node sends, such as `trailer`.
		}
	};

const lastOne = (answer: Answer): Answer => ({
	...answer,
	headers: { ...answer.headers, connection: "close" },
});

async function plainRequest(incoming: IncomingMessage): Promise<PlainRequest> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk);
	const { method = "GET", url = "/", headers } = incoming;
	return {
		method,
		url: url.startsWith("/") ? `http://${headers.host ?? "localhost"}${url}` : url,
		headers: Object.fromEntries(
			Object.entries(headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]),
		),
		body: Buffer.concat(chunks).toString("utf8"),
	};
}

function deliver(answer: Answer, outgoing: ServerResponse): void {
	const { status, headers, delivery } = answer;
	if (delivery === "silent") return;
	if (delivery === "reset") {
		outgoing.destroy();
		return;
	}
	const { all, arriving } = bodyBytes(answer);
	const isCounted = !isBodiless(status) && !("transfer-encoding" in headers);
	const length = isCounted ? { "content-length": String(all.length) } : {};
	outgoing.writeHead(status, { ...length, ...headers });
	if (delivery === "whole") {
		outgoing.end(isBodiless(status) ? undefined : arriving);
		return;
	}
	outgoing.flushHeaders();
	outgoing.write(arriving, () => {
		if (delivery === "truncated") outgoing.destroy();
	});
}
