/**
 * The API on a port of the loopback, in a process of its own: `node server.ts` says the port on its first line, and
 * ends with its standard input.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerOf } from "./api.ts";

const server = createServer((request, response) => {
	request.resume();
	request.on("end", () => {
		const { status, text, delayMs } = answerOf(request.method ?? "GET", request.url ?? "/");
		const send = () => {
			response.writeHead(status, {
				"content-type": "application/json",
				"content-length": Buffer.byteLength(text),
				"x-request-id": "req_01K5Z8Q3W7N2",
			});
			response.end(text);
		};
		if (delayMs > 0) setTimeout(send, delayMs);
		else send();
	});
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
process.stdin.on("end", () => process.exit(0)).resume();
