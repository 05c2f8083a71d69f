import fc from "fast-check";
import { expect, test } from "vitest";
import { checkId } from "./checks.ts";

/** Any text of UTF-16 units, lone surrogates too, with dots more often than chance gives them. */
const anyText = fc
	.array(
		fc.oneof(
			fc.integer({ min: 0, max: 0xffff }),
			fc.constant(0x2e),
			fc.integer({ min: 0xd800, max: 0xdfff }),
		),
	)
	.map((units) => String.fromCharCode(...units));

/** Whether a path with this id reaches the identity of this id: what `checkId` has to foresee. */
function arrives(id: string): boolean {
	try {
		const { pathname } = new URL(`https://my.orq.ai/v2/identities/${encodeURIComponent(id)}`);
		const [, , , segment, ...more] = pathname.split("/");
		return more.length === 0 && segment !== "" && decodeURIComponent(segment ?? "") === id;
	} catch {
		return false;
	}
}

test("takes exactly the ids that arrive as they are", () => {
	fc.assert(
		fc.property(anyText, (id) => {
			expect(checkId("id", id).length === 0).toBe(arrives(id));
		}),
	);
});

test.each([
	"",
	".",
	"..",
	"\ud800",
	"\udfff",
	"a\ud83d",
	5,
	5n,
	null,
	undefined,
	true,
	{},
	["jo"],
	new String("jo"),
])("refuses %s", (id) => {
	expect(checkId("id", id)[0]?.path).toBe("id");
});

test.each(["...", " ", "/", "%2e", "🙂", "\n", "{id}", "constructor", "__proto__"])("takes %j", (id) => {
	expect(checkId("id", id)).toEqual([]);
});

test("names the parameter that was refused", () => {
	expect(checkId("external_id", "")[0]?.path).toBe("external_id");
});
