import { expect, test } from "vitest";
import type { Json, JsonObject } from "./json.ts";
import { applyOverlay, readActions } from "./overlay.ts";
import { DocumentProblem } from "./problem.ts";

const update = (target: string, value: Json) => ({ target, update: value });
const remove = (target: string) => ({ target, remove: true });

test("an update is merged into every match", () => {
	const document: JsonObject = { a: { x: { kept: 1 } }, b: { x: { other: 2 } } };
	expect(applyOverlay(document, [update("$[*].x", { said: "yes" })])).toEqual({
		a: { x: { kept: 1, said: "yes" } },
		b: { x: { other: 2, said: "yes" } },
	});
	expect(document).toEqual({ a: { x: { kept: 1 } }, b: { x: { other: 2 } } });
});

test("arrays are united as sets", () => {
	const document = { required: ["a"], anyOf: [{ format: "date" }] };
	const action = update("$", { required: ["b", "a"], anyOf: [{ format: "date" }, { format: "date-time" }] });
	expect(applyOverlay(document, [action])).toEqual({
		required: ["a", "b"],
		anyOf: [{ format: "date" }, { format: "date-time" }],
	});
});

test("a type written as an array is united with the one name it finds", () => {
	expect(applyOverlay({ type: "string" }, [update("$", { type: ["null"] })])).toEqual({
		type: ["string", "null"],
	});
});

test("a type written as a name replaces", () => {
	expect(applyOverlay({ type: "number" }, [update("$", { type: "integer" })])).toEqual({ type: "integer" });
});

test("removing several elements of an array removes just those", () => {
	const document = { required: ["a", "metrics", "workspace_id", "b"] };
	const action = remove("$.required[?@ == 'metrics' || @ == 'workspace_id']");
	expect(applyOverlay(document, [action])).toEqual({ required: ["a", "b"] });
});

test("a remove that matches nothing has reached its aim", () => {
	expect(applyOverlay({ a: 1 }, [remove("$.b")])).toEqual({ a: 1 });
});

test("an update that matches nothing is named, with what would be lost", () => {
	const act = () => applyOverlay({ a: 1 }, [update("$.a", 2), update("$.b", { maximum: 50 })]);
	expect(act).toThrow(DocumentProblem);
	expect(act).toThrow(/action 2: the update of \$\.b matches nothing[\s\S]*"maximum":50/);
});

test("a target that is no JSONPath is named", () => {
	expect(() => applyOverlay({}, [update("$[", 1)])).toThrow(/action 1: can't read the target \$\[/);
});

test("an action without effect is named", () => {
	expect(() => readActions({ overlay: "1.0.0", actions: [{ target: "$" }] })).toThrow(
		/action 1: does nothing/,
	);
});
