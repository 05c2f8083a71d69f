import { expect, test } from "vitest";
import { type Change, changeOf } from "./change.ts";
import { changesetFile, changesetText } from "./changeset.ts";
import { verdicts } from "./packages.ts";
import type { Kind } from "./rules.ts";

const packages = ["core", "effect", "testing"].map((folder) => ({
	folder,
	name: `@orq/identities-${folder}`,
}));
const change = (kind: Kind, where: string, use: "request" | "answer" = "answer"): Change =>
	changeOf(kind, where, { use, judge: "model" });
const text = (...changes: Change[]): string | undefined =>
	changesetText(changes, verdicts(packages, changes));

test("each package has its own level, and breaking changes say what to do", () => {
	expect(text(change("date changed", "Identity.seen"), change("optional added", "Identity.plan"))).toBe(`---
"@orq/identities-core": minor
"@orq/identities-effect": major
"@orq/identities-testing": patch
---

The Identities API has changed as orq.ai publishes it.

Breaking:

- \`Identity.seen\` is read in another way by the Effect client (\`@orq/identities-effect\` only). _Migration: It is a date there where it is one in the document, and text elsewhere._

New:

- \`Identity.plan\` is new
`);
});

test("every breaking change has a migration note", () => {
	const lines = text(
		change("gone", "Identity.tags"),
		change("now required", "CreateIdentityRequest.email", "request"),
		change("operation gone", "archive"),
	)?.match(/^- .*$/gm);
	expect(lines).toHaveLength(3);
	for (const line of lines ?? []) expect(line).toContain("_Migration: ");
});

test("other words of many names are one line", () => {
	const many = Array.from({ length: 8 }, (_, index) => change("words changed", `Identity.field${index}`));
	expect(text(...many)?.match(/^- .*$/gm)).toEqual([
		"- Other words for `Identity.field0`, `Identity.field1`, `Identity.field2`, `Identity.field3`, `Identity.field4` and 3 more",
	]);
});

test("where nothing is to be released there is no changeset", () => {
	expect(text()).toBeUndefined();
	expect(text(change("operation renamed", "list"))).toBeUndefined();
});

test("a document always gives the same file", () => {
	expect(changesetFile("openapi: 3.1.0")).toBe(changesetFile("openapi: 3.1.0"));
	expect(changesetFile("openapi: 3.1.0")).toMatch(/^\.changeset\/spec-[0-9a-f]{8}\.md$/);
	expect(changesetFile("openapi: 3.1.0")).not.toBe(changesetFile("openapi: 3.1.1"));
});
