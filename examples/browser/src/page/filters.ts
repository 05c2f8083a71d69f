/** What is asked for: a search of two letters or more, and tags. */
import type { ListIdentitiesQuery } from "@orq/identities-browser";
import { byId, element } from "./dom.ts";

const tags = ["free", "starter", "premium", "beta-user"];

/** Calls `onChange` with each new query, and with the first one; typing waits for a pause. */
export function watchFilters(onChange: (query: ListIdentitiesQuery) => void): void {
	const search = byId("search", HTMLInputElement);
	const asked = new Set<string>();
	let timer: ReturnType<typeof setTimeout> | undefined;

	const changed = (): void => {
		const text = search.value.trim();
		onChange({
			limit: 50,
			...([...text].length >= 2 && { search: text }),
			...(asked.size > 0 && { filter_by: { tags: [...asked] } }),
		});
	};
	search.addEventListener("input", () => {
		clearTimeout(timer);
		timer = setTimeout(changed, 150);
	});
	byId("tags", HTMLFieldSetElement).append(
		...tags.map((tag) => {
			const chip = element("button", { class: "chip", type: "button", "aria-pressed": "false" }, tag);
			chip.addEventListener("click", () => {
				if (!asked.delete(tag)) asked.add(tag);
				chip.setAttribute("aria-pressed", String(asked.has(tag)));
				changed();
			});
			return chip;
		}),
	);
	changed();
}
