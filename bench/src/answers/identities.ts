/** The identities of the API that is measured against: made up, each known by its number, the same in every process. */

const ulidDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const tags = ["premium", "trial", "beta-user", "internal"];

export const idOfNumber = (number: number): string =>
	`contact_01K5Z8Q3W7N2X4V6B9${String(number).padStart(8, "0")}`;

/** Undefined where the id is none of ours. */
export const numberOfId = (id: string): number | undefined => {
	const digits = /^contact_01K5Z8Q3W7N2X4V6B9(\d{8})$/.exec(id)?.[1];
	return digits === undefined ? undefined : Number(digits);
};

/** Some 400 bytes of JSON. */
export function identityText(number: number): string {
	const created = new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString();
	const digit = ulidDigits[number % 32];
	return JSON.stringify({
		_id: idOfNumber(number),
		external_id: `user_${number}`,
		workspace_id: "6b1f8d0e-3c57-4f0a-9a54-0d1f2b7c8e90",
		display_name: `Jo ${digit} Smith ${number}`,
		email: `jo.smith.${number}@example.com`,
		avatar_url: `https://example.com/avatars/${number}.png`,
		tags: [tags[number % 4], tags[(number + 1) % 4]],
		metadata: { plan: "team", seats: number % 50, source: "signup" },
		created,
		updated: created,
	});
}

/** One page, the first identity being number 0. */
export function pageText(
	after: number | undefined,
	limit: number,
	count: number,
	textOf = identityText,
): string {
	const first = after === undefined ? 0 : after + 1;
	const end = Math.min(first + limit, count);
	const texts: string[] = [];
	for (let number = first; number < end; number++) texts.push(textOf(number));
	return `{"object":"list","data":[${texts.join(",")}],"has_more":${end < count}}`;
}
