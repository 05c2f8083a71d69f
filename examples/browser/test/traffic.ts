/** Everything that a page sends and gets, headers that scripts can't see and bodies included, and what it complains of. */
import type { Page } from "playwright-core";

interface Sent {
	readonly url: string;
	readonly method: string;
	readonly headers: unknown;
	readonly body: string | null;
}

interface Got {
	readonly url: string;
	readonly status: number;
	readonly headers: unknown;
	readonly body: string;
}

export interface Traffic {
	/** Waits for what is under way. */
	readonly all: () => Promise<{ readonly requests: readonly Sent[]; readonly responses: readonly Got[] }>;
	/** Errors on the console, broken policies, exceptions that nobody caught. */
	readonly complaints: readonly string[];
}

export function watch(page: Page): Traffic {
	const requests: Promise<Sent>[] = [];
	const responses: Promise<Got>[] = [];
	const complaints: string[] = [];
	/** What a test ends in the middle of fails, which is nobody's business but that of a test that asks for all. */
	const kept = <Seen>(list: Promise<Seen>[], seen: Promise<Seen>): void => {
		seen.catch(() => {});
		list.push(seen);
	};
	page.on("request", (request) => {
		const sent = request.allHeaders().then((headers) => ({
			url: request.url(),
			method: request.method(),
			headers,
			body: request.postData(),
		}));
		kept(requests, sent);
	});
	page.on("response", (response) => {
		const got = Promise.all([response.allHeaders(), response.text().catch(letGo)]).then(
			([headers, body]) => ({
				url: response.url(),
				status: response.status(),
				headers,
				body,
			}),
		);
		kept(responses, got);
	});
	page.on("console", (message) => {
		if (message.type() === "error") complaints.push(message.text());
	});
	page.on("pageerror", (error) => complaints.push(error.message));
	return {
		all: async () => ({ requests: await Promise.all(requests), responses: await Promise.all(responses) }),
		complaints,
	};
}

/** A failed attempt's body, which the client has cancelled. */
const letGo = (): string => "";
