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
	// JSON says nothing of a text that is none; of one that is, each text inside is shown to the second function.
	for (const text of [...texts, body]) parsed(text, (inner) => `${texts.push(inner)}`);
	return texts;
}
