import { expect, test } from "vitest";
import type { InvalidInputError } from "../failure/classes.ts";
import { resultOf } from "../wire/result.ts";
import { upsertInputs } from "./upsert.ts";

function refusalOfUpsert(external_id: unknown, fields: unknown): InvalidInputError | undefined {
	const checked = resultOf<unknown, InvalidInputError>(() =>
		upsertInputs(external_id as string, fields as object),
	);
	return checked.ok ? undefined : checked.error;
}

/** Where an upsert is refused; empty where it is taken. */
const refusedAt = (external_id: unknown, fields: unknown) =>
	refusalOfUpsert(external_id, fields)?.issues.map(({ path }) => path) ?? [];

test.each(["jo", "a/b", "🙂".repeat(120)])("takes the external id %s", (external_id) => {
	expect(refusedAt(external_id, { display_name: "Jo" })).toEqual([]);
});

test.each(["", ".", "..", "\ud800", 5, null, undefined, "a".repeat(121)])(
	"refuses the external id %j, which update or create would not take",
	(external_id) => {
		expect(refusedAt(external_id, {})).toEqual(["external_id"]);
	},
);

test.each([undefined, null, "Jo", 5])("refuses fields that are no object: %s", (fields) => {
	expect(refusedAt("jo", fields)).toEqual(["body"]);
});

test("names upsert, and the request that would be sent first", () => {
	expect(refusalOfUpsert("", {})).toMatchObject({
		operation: "upsert",
		method: "PATCH",
		outcome: "not-sent",
		attempts: 0,
	});
});

test("gives both requests the fields as they are now, as `toJSON` says them", () => {
	const given = { display_name: "Jo", tags: ["a"], external_id: "of another one" };
	const { update, create } = upsertInputs("jo", given);
	given.display_name = "Kim";
	given.tags.push("b");
	const fields = { display_name: "Jo", tags: ["a"] };
	expect(update).toEqual({ path: { id: "jo" }, body: { ...fields, external_id: undefined } });
	expect(create).toEqual({ body: { ...fields, external_id: "jo" } });
	class Profile {
		#name = "Jo";
		toJSON() {
			return { display_name: this.#name };
		}
	}
	expect(upsertInputs("jo", new Profile()).create.body).toEqual({ display_name: "Jo", external_id: "jo" });
});

test("refuses fields that are no JSON, without the words of what they throw", () => {
	const fields = {
		toJSON() {
			throw new Error("boom jo@example.com");
		},
	};
	expect(refusalOfUpsert("jo", fields)?.issues).toMatchObject([{ path: "body" }]);
	expect(refusalOfUpsert("jo", fields)?.message).not.toContain("boom");
	expect(refusedAt("jo", { metadata: { n: 1n } })).toEqual(["body"]);
});
