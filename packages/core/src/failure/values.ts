/** What a request says of its caller, for those who have only the request: `textsIn` reads the input itself. */
import { parsed } from "./classify.ts";
import { textsIn } from "./message.ts";

/** The texts in a request's query and JSON body: what a server may echo. */
export function valuesIn({
	url,
	body = "",
}: {
	readonly url: string;
	readonly body?: string | undefined;
}): string[] {
	const query = [...new URLSearchParams(/\?.*/.exec(url)?.[0]).values()];
	const json = [...query, body].filter((text) => /^[[{]/.test(text));
	return textsIn([query, json.map((text) => parsed(text))]);
}
