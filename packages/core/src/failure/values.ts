/** What a request says of its caller: a server may echo it. */
import { parsed } from "./classify.ts";

/** The texts in a request's query and JSON body. */
export function valuesIn({
	url,
	body = "",
}: {
	readonly url: string;
	readonly body?: string | undefined;
}): string[] {
	const texts = [...new URLSearchParams(/\?.*/.exec(url)?.[0]).values()];
	for (const text of [...texts, body]) parsed(text, (inner) => `${texts.push(inner)}`);
	return texts;
}
