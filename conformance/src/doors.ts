/** Doors in front of the API in memory, for callers that can't come to it as they are. */
import type { Exchange } from "@orq/identities-testing";
import { serverKey } from "./host.ts";

/** Lets pages of every origin call, and read all of the answer: https://fetch.spec.whatwg.org/#http-cors-protocol. */
export const openToPages =
	(exchange: Exchange): Exchange =>
	async (request, signal) => {
		if (request.method === "OPTIONS") return preflight(request.headers);
		const answer = await exchange(request, signal);
		return { ...answer, headers: { ...answer.headers, ...readable } };
	};

const readable = { "access-control-allow-origin": "*", "access-control-expose-headers": "*" };

/** `authorization` has to be named: a `*` does not cover it. */
const preflight = (asked: Readonly<Record<string, string>>): Awaited<ReturnType<Exchange>> => ({
	status: 204,
	headers: {
		...readable,
		"access-control-allow-methods": asked["access-control-request-method"] ?? "",
		"access-control-allow-headers": asked["access-control-request-headers"] ?? "",
	},
	body: "",
	delivery: "whole",
});

/** Knows its caller by a session, as an app's own server does, and adds the key. */
export const withSession =
	(exchange: Exchange): Exchange =>
	(request, signal) =>
		exchange({ ...request, headers: { authorization: `Bearer ${serverKey}`, ...request.headers } }, signal);
