import { expect, test } from "vitest";
import { fixture, model } from "../fixture.ts";
import { emitEffectMethods } from "./effect-methods.ts";
import { argumentName } from "./method-words.ts";
import { emitMethods } from "./methods.ts";

test.each([
	["id", "id"],
	["budget_id", "budgetId"],
	["type", "type"],
	["options", "optionsParam"],
	["body", "bodyParam"],
	["query", "queryParam"],
	["send", "sendParam"],
	["default", "defaultParam"],
	["await", "awaitParam"],
	["arguments", "argumentsParam"],
	["2fa", "param2fa"],
])("the path's parameter %s is the argument %s", (name, argument) => {
	expect(argumentName(name)).toBe(argument);
});

test("both clients send such a parameter under the document's name", () => {
	const put = { post: { operationId: "Put", responses: { "204": { description: "" } } } };
	const paths = { ...(fixture("inline")["paths"] as object), "/v2/identities/{id}/{options}/{send}": put };
	const published = model({ ...fixture("inline"), paths });
	for (const [text] of [emitMethods, emitEffectMethods].map((emit) => Object.values(emit(published)))) {
		expect(text).toMatch(
			/put: ?\(?\(id: string, optionsParam: string, sendParam: string, options\?:|put\(id: string, optionsParam: string, sendParam: string, options\?:/,
		);
		expect(text).toContain('send("put", { path: { id, options: optionsParam, send: sendParam } }, options)');
	}
});
