import { expect, test } from "vitest";
import { parseYaml, printYaml } from "./yaml.ts";

test("a time stays text, in and out", () => {
	const text = "at: 2026-01-15T04:13:15.986Z\n";
	expect(parseYaml(text, "x")).toEqual({ at: "2026-01-15T04:13:15.986Z" });
	expect(printYaml({ at: "2026-01-15T04:13:15.986Z" }, [])).toBe('at: "2026-01-15T04:13:15.986Z"\n');
});

test("JSON is read too", () => {
	expect(parseYaml('{"a": [1, null]}', "x")).toEqual({ a: [1, null] });
});

test("what is neither is refused with file and line", () => {
	expect(() => parseYaml("a: 1\nb: [1\nc: 2", "openapi/overlay.yaml")).toThrow(
		/^openapi\/overlay\.yaml: .*\(3:1\)/,
	);
});

test("a document without an object is refused", () => {
	expect(() => parseYaml("- 1", "x")).toThrow(/x: holds no object/);
});
