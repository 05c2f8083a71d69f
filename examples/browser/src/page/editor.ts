/** Edits one identity: its name, e-mail address and tags. Only what was changed is sent. */
import type { Identity, UpdateIdentityRequest } from "@orq/identities-browser";
import { element } from "./dom.ts";
import { count, day, money, nameOf } from "./format.ts";
import { avatarOf } from "./rows.ts";
import { tagInput } from "./tag-input.ts";

/** Gives the identity as it is now, or says what went wrong. */
export type Save = (identity: Identity, changes: UpdateIdentityRequest) => Promise<Identity | string>;

export const emptyEditor = (): HTMLElement =>
	element("p", { class: "empty muted" }, "Pick somebody from the list or the plot.");

export function editorOf(identity: Identity, save: Save): HTMLElement {
	const name = element("input", { id: "name", value: identity.display_name ?? "", autocomplete: "off" });
	const email = element("input", {
		id: "email",
		type: "email",
		value: identity.email ?? "",
		autocomplete: "off",
	});
	const tags = tagInput(identity.tags ?? []);
	const button = element("button", { class: "primary", type: "submit" }, "Save");
	const told = element("p", { class: "told small", role: "status" });
	const form = element(
		"form",
		{ novalidate: true },
		element(
			"div",
			{ class: "person" },
			avatarOf(identity),
			element(
				"div",
				{},
				element("h2", {}, nameOf(identity)),
				element("p", { class: "muted small" }, identity.external_id),
			),
		),
		element("label", { for: "name" }, "Name"),
		name,
		element("label", { for: "email" }, "E-mail address"),
		email,
		element("label", { for: "new-tag" }, "Tags"),
		tags.element,
		usageOf(identity),
		element("div", { class: "actions" }, button, told),
	);
	let saved = identity;
	form.addEventListener("submit", async (event) => {
		event.preventDefault();
		const changes = changesOf(saved, name.value.trim(), email.value.trim(), tags.value());
		if (Object.keys(changes).length === 0) {
			told.textContent = "Nothing has changed.";
			return;
		}
		button.disabled = true;
		told.textContent = "Saving…";
		const outcome = await save(saved, changes);
		button.disabled = false;
		const isSaved = typeof outcome !== "string";
		if (isSaved) saved = outcome;
		told.classList.toggle("bad", !isSaved);
		told.textContent = isSaved ? "Saved." : outcome;
	});
	return form;
}

/** An emptied field is cleared by null. */
function changesOf(
	before: Identity,
	name: string,
	email: string,
	tags: readonly string[],
): UpdateIdentityRequest {
	return {
		...(name !== (before.display_name ?? "") && { display_name: name || null }),
		...(email !== (before.email ?? "") && { email: email || null }),
		...(JSON.stringify(tags) !== JSON.stringify(before.tags ?? []) && { tags }),
	};
}

function usageOf({ metrics, created, updated }: Identity): HTMLElement {
	const facts: readonly [string, string][] = [
		["Cost", money(metrics?.total_cost ?? 0)],
		["Requests", count(metrics?.total_requests ?? 0)],
		["Tokens", count(metrics?.total_tokens ?? 0)],
		["Error rate", String(metrics?.error_rate ?? 0)],
		["Registered", day(created)],
		["Changed", day(updated)],
	];
	return element(
		"dl",
		{ class: "facts" },
		...facts.map(([term, value]) => element("div", {}, element("dt", {}, term), element("dd", {}, value))),
	);
}
