/** The identities that scenarios begin with, from the oldest to the newest. */
import type { InitialIdentity } from "@orq/identities-testing";

export const anna: InitialIdentity = {
	_id: "contact_01",
	external_id: "anna@1",
	display_name: "Anna Lindqvist",
	email: "anna@example.com",
	avatar_url: "https://example.com/anna.png",
	tags: ["premium", "beta-user"],
	metadata: { team: "blue", seats: 3 },
	created: "2026-01-01T08:00:00.000Z",
	metrics: { total_cost: 1.5, total_tokens: 900, total_requests: 12, error_rate: 0.25 },
};

export const bert: InitialIdentity = {
	_id: "contact_02",
	external_id: "bert@2",
	display_name: "Bert Okafor",
	email: "bert@example.com",
	tags: ["premium"],
	created: "2026-01-02T08:00:00.000Z",
};

export const carl: InitialIdentity = {
	_id: "contact_03",
	external_id: "carl@3",
	display_name: "Carl Annand",
	tags: ["a,b"],
	created: "2026-01-03T08:00:00.000Z",
};

export const dora: InitialIdentity = {
	_id: "contact_04",
	external_id: "dora@4",
	created: "2026-01-04T08:00:00.000Z",
};

export const emil: InitialIdentity = {
	_id: "contact_05",
	external_id: "emil@5",
	created: "2026-01-05T08:00:00.000Z",
};

export const five = [anna, bert, carl, dora, emil] as const;

/** These identities, as far as their ids tell. */
export const ids = (...people: readonly InitialIdentity[]) =>
	people.map(({ external_id }) => ({ external_id }));
