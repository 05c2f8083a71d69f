/** How values read: money, counts, days, and the two letters that stand in for a picture. */
import type { Identity } from "@orq/identities-browser";

const dollars = new Intl.NumberFormat("en", { style: "currency", currency: "USD" });
const counts = new Intl.NumberFormat("en");
const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
const days = new Intl.DateTimeFormat("en", { dateStyle: "medium" });

export const money = (amount: number): string => dollars.format(amount);
export const count = (amount: number): string => counts.format(amount);
export const compact = (amount: number): string => short.format(amount);
export const day = (iso: string | undefined): string =>
	iso === undefined ? "–" : days.format(new Date(iso));

export const nameOf = ({ display_name, external_id }: Identity): string => display_name ?? external_id;

export const initialsOf = (identity: Identity): string =>
	nameOf(identity)
		.split(/[\s_]+/)
		.slice(0, 2)
		.map((word) => word.charAt(0).toUpperCase())
		.join("");

export const costOf = ({ metrics }: Identity): number => metrics?.total_cost ?? 0;

/** One of eight colours, always the same for an identity. */
export const hueOf = ({ external_id }: Identity): number =>
	[...external_id].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 1_009, 7) % 8;
