/** Bodies and answers in normal form: JSON where there is JSON, a status named by its standard text. */
import { STATUS_CODES } from "node:http";
import { isObject, type Json, type JsonObject, pointer } from "../document/json.ts";
import { type Answer, type Body, type Content, json } from "../document/openapi.ts";
import type { References } from "./references.ts";
import { normalSchema } from "./schema.ts";

export function bodyOf(raw: Json, at: string, references: References): Body {
	const { value, place } = references.follow(raw, at);
	return {
		...(value["required"] === true && { required: true }),
		content: contentOf(value, place, references),
	};
}

export function answersOf(raw: Json | undefined, at: string, references: References): Record<string, Answer> {
	const { value: answers } = references.follow(raw, at);
	const normal: Record<string, Answer> = {};
	for (const [written, answer] of Object.entries(answers)) {
		if (written.startsWith("x-")) continue;
		const { value, place } = references.follow(answer, `${at}/${written}`);
		const status = written === "default" ? written : written.toUpperCase();
		const content = contentOf(value, place, references);
		// A failure may have any body; only what it promises as JSON is of use.
		const useful = status.startsWith("2") ? content : pick(content, json);
		normal[status] = {
			description: statusText(status),
			...(Object.keys(useful).length > 0 && { content: useful }),
		};
	}
	return normal;
}

const classes: Readonly<Record<string, string>> = {
	"1": "Informational",
	"2": "Success",
	"3": "Redirection",
	"4": "Client error",
	"5": "Server error",
};
const statusText = (status: string): string =>
	STATUS_CODES[status] ?? classes[status.charAt(0)] ?? "Any other status";

const pick = (content: Content, type: string): Content => {
	const media = content[type];
	return media ? { [type]: media } : {};
};

/** JSON alone where there is JSON; other media types stay, for the model to refuse. */
function contentOf({ content }: JsonObject, place: string, references: References): Content {
	const media = Object.entries(isObject(content) ? content : {}).map(([written, value]) => {
		const type = written.toLowerCase().replace(/\s*;.*$/, "");
		const schema = isObject(value) ? value["schema"] : undefined;
		const at = `${place}/content/${pointer(written).slice(2)}/schema`;
		return [type === "*/*" ? json : type, { schema: normalSchema(schema, at, references) }] as const;
	});
	const all = Object.fromEntries(media);
	return json in all ? pick(all, json) : all;
}
