/**
 * The API that is measured against, as a function from request to answer. It does as little as it can, so that the
 * clients are measured and not the server; the base URL says how many identities there are and what form answers have.
 */
import { identityText, numberOfId, pageText } from "./identities.ts";

export interface Answer {
	readonly status: number;
	readonly text: string;
	/** How long to wait before answering. */
	readonly delayMs: number;
}

export interface Setting {
	readonly count: number;
	readonly delayMs: number;
	/** Whether a single identity stands in `{ identity: … }`. */
	readonly wrapped: boolean;
}

/** The path of a base URL for a setting. */
export const basePath = ({ count, delayMs, wrapped }: Setting): string =>
	`/${count}/${delayMs}/${wrapped ? "wrapped" : "flat"}`;

const form = /^\/(\d+)\/(\d+)\/(flat|wrapped)\/v2\/identities(?:\/([^/?]+))?(?:\?(.*))?$/;

export function answerOf(method: string, url: string): Answer {
	const [, count, delayMs, shape, id, query] = form.exec(url) ?? [];
	const answer = (status: number, text: string): Answer => ({ status, text, delayMs: Number(delayMs ?? 0) });
	const single = (text: string) => (shape === "wrapped" ? `{"identity":${text}}` : text);
	if (count === undefined) return answer(404, '{"error":"Not found"}');
	if (method === "POST") return answer(201, single(remembered(0)));
	if (id !== undefined) {
		const number = numberOfId(decodeURIComponent(id));
		if (number === undefined) return answer(404, '{"error":"Identity not found"}');
		return answer(200, single(remembered(number)));
	}
	const params = new URLSearchParams(query);
	const after = params.get("starting_after");
	const limit = Number(params.get("limit") ?? 10);
	const start = after === null ? undefined : numberOfId(after);
	return answer(200, pageText(start, limit, Number(count), remembered));
}

const texts: string[] = [];

function remembered(number: number): string {
	const text = texts[number] ?? identityText(number);
	texts[number] = text;
	return text;
}
