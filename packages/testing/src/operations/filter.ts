/**
 * Reads an object-valued query parameter, such as `filter_by`, in every form that is seen on the wire:
 *
 * - JSON: `filter_by={"tags":["a","b"]}`
 * - form text: `filter_by=tags=a,b`
 * - exploded: `tags=a,b`
 * - dotted: `filter_by.tags=a&filter_by.tags=b`
 * - deep: `filter_by[tags]=a&filter_by[tags]=b`
 *
 * Commas part the values in the second and the third; in the others each value is one, commas and all.
 */
import type { Result } from "@orq/identities-core";
import { isFields } from "@orq/identities-core/internal";

/** Tags that an identity must carry, all of them (empty: no filter), or what is wrong with the parameter. */
export type TagFilter = Result<readonly string[], string>;

/** Reads the tags of the filter that is called `name`. */
export function readTagFilter(query: URLSearchParams, name: string): TagFilter {
	const tags = query.getAll("tags").flatMap(parted);
	for (const [key, value] of query) {
		if (key === name) {
			const read = value.trimStart().startsWith("{") ? tagsOfJson(name, value) : tagsOfForm(name, value);
			if (!read.ok) return read;
			tags.push(...read.data);
		} else if (key.startsWith(`${name}.`) || key.startsWith(`${name}[`)) {
			const property = /^[.[]([^\].[]+)\]?(?:\[\d*\])?$/.exec(key.slice(name.length))?.[1];
			if (property !== "tags") return unknownFilter(name, property ?? key);
			if (value !== "") tags.push(value);
		}
	}
	return { ok: true, data: tags };
}

const parted = (text: string): string[] => text.split(",").filter((tag) => tag !== "");

const unknownFilter = (name: string, property: string): TagFilter => ({
	ok: false,
	error: `${name}: \`${property}\` is no filter that this server knows; it knows \`tags\`.`,
});

function tagsOfJson(name: string, text: string): TagFilter {
	let filter: unknown;
	try {
		filter = JSON.parse(text);
	} catch {
		return { ok: false, error: `${name}: starts like JSON and is none.` };
	}
	if (!isFields(filter)) return { ok: false, error: `${name}: must be a JSON object.` };
	const { tags = [], ...others } = filter;
	const [other] = Object.keys(others);
	if (other !== undefined) return unknownFilter(name, other);
	if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === "string")) {
		return { ok: false, error: `${name}: \`tags\` must be an array of strings.` };
	}
	return { ok: true, data: tags };
}

function tagsOfForm(name: string, text: string): TagFilter {
	if (text === "") return { ok: true, data: [] };
	const [, property, values = ""] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
	if (property === undefined) {
		return { ok: false, error: `${name}: must be JSON such as {"tags":["a"]}, or tags=a,b.` };
	}
	return property === "tags" ? { ok: true, data: parted(values) } : unknownFilter(name, property);
}
