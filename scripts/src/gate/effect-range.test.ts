import { expect, it } from "vitest";
import { endsOf } from "./effect-range.ts";

it("the ends are the oldest of the range and the newest that is published", () => {
	expect(endsOf("^4.1.0", ["4.1.0", "4.10.0", "4.9.3", "4.10.0-rc.1", "4.11.0-beta.2"])).toEqual([
		"4.1.0",
		"4.10.0",
	]);
});

it("one version is both where nothing newer is there", () => {
	expect(endsOf("^4.1.0", ["4.1.0", "4.2.0-rc.1"])).toEqual(["4.1.0"]);
});

it("a range that does not name its oldest is refused, and one whose oldest nobody can install", () => {
	expect(() => endsOf(">=4", ["4.1.0"])).toThrow(">=4");
	expect(() => endsOf("^4.1.0", ["4.1.1"])).toThrow("effect 4.1.0");
});
