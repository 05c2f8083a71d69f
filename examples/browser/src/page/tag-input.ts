/** Tags that can be taken away one by one, and a field that adds one with Enter or a comma. */
import { element } from "./dom.ts";

export interface TagInput {
	readonly element: HTMLElement;
	readonly value: () => readonly string[];
}

export function tagInput(initial: readonly string[]): TagInput {
	let tags = [...initial];
	const chips = element("span", { class: "chips" });
	const field = element("input", { id: "new-tag", placeholder: "Add a tag", autocomplete: "off" });

	const draw = (): void => {
		chips.replaceChildren(
			...tags.map((tag) => {
				const chip = element(
					"button",
					{ class: "chip removable", type: "button", "aria-label": `Remove ${tag}` },
					tag,
				);
				chip.addEventListener("click", () => {
					tags = tags.filter((other) => other !== tag);
					draw();
					field.focus();
				});
				return chip;
			}),
		);
	};
	const add = (): void => {
		const tag = field.value.trim();
		if (tag !== "" && !tags.includes(tag)) tags = [...tags, tag];
		field.value = "";
		draw();
	};
	field.addEventListener("keydown", (event) => {
		if (event.key !== "Enter" && event.key !== ",") return;
		if (field.value.trim() === "") return; // Enter in an empty field saves.
		event.preventDefault();
		add();
	});
	field.addEventListener("blur", add);
	draw();
	return { element: element("div", { class: "tag-input" }, chips, field), value: () => tags };
}
