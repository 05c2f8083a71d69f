/** The list: a row for each identity, to be picked. */
import type { Identity } from "@orq/identities-browser";
import { element, shape } from "./dom.ts";
import { compact, costOf, hueOf, initialsOf, money, nameOf } from "./format.ts";

export function rowsOf(
	identities: readonly Identity[],
	picked: string | undefined,
	onPick: (identity: Identity) => void,
): HTMLElement[] {
	const greatest = Math.max(...identities.map(costOf), Number.EPSILON);
	return identities.map((identity) => {
		const row = element(
			"button",
			{
				class: "row",
				type: "button",
				"data-id": identity._id,
				"aria-pressed": String(identity._id === picked),
			},
			avatarOf(identity),
			element(
				"span",
				{ class: "who" },
				element("span", { class: "name" }, nameOf(identity)),
				element("span", { class: "muted small" }, identity.email ?? identity.external_id),
			),
			element(
				"span",
				{ class: "chips" },
				...(identity.tags ?? []).map((tag) => element("span", { class: "chip" }, tag)),
			),
			element(
				"span",
				{ class: "usage" },
				element("span", { class: "cost" }, money(costOf(identity))),
				meter(costOf(identity) / greatest),
				element(
					"span",
					{ class: "muted small" },
					`${compact(identity.metrics?.total_requests ?? 0)} requests`,
				),
			),
		);
		row.addEventListener("click", () => onPick(identity));
		return row;
	});
}

export const avatarOf = (identity: Identity): HTMLElement =>
	element("span", { class: `avatar hue-${hueOf(identity)}`, "aria-hidden": "true" }, initialsOf(identity));

/** A share from 0 to 1 as a line. */
const meter = (share: number): SVGElement =>
	shape(
		"svg",
		{ class: "meter", viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true" },
		shape("rect", { class: "track", width: 100, height: 4, rx: 2 }),
		shape("rect", { class: "share", width: Math.max(share * 100, 1), height: 4, rx: 2 }),
	);
