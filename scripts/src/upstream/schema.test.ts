import { expect, test } from "vitest";
import type { Json } from "../document/json.ts";
import { References } from "./references.ts";
import { normalSchema } from "./schema.ts";

const components = {
	components: {
		schemas: {
			Shown: { type: "string", example: { $ref: "#/nowhere" } },
			Text: { type: "string", description: "Theirs" },
			Thing: { type: "object", properties: { a: { type: "string" } } },
			Loop: { type: "object", properties: { next: { $ref: "#/components/schemas/Loop" } } },
		},
	},
} satisfies Json;
const normal = (raw: Json) => normalSchema(raw, "#", new References(components));
const text = { $ref: "#/components/schemas/Text" };
const thing = { $ref: "#/components/schemas/Thing" };

test.each<[string, Json, Json]>([
	["a reference stands for what it names", text, { type: "string", description: "Theirs" }],
	["a reference in an example is none", { $ref: "#/components/schemas/Shown" }, { type: "string" }],
	["words beside a reference win", { ...text, description: "Ours" }, { type: "string", description: "Ours" }],
	["allOf around one schema is that schema", { allOf: [text] }, { type: "string", description: "Theirs" }],
	[
		"allOf of objects is one object",
		{ allOf: [thing, { type: "object", required: ["a"], properties: { b: {} } }] },
		{ type: "object", properties: { a: { type: "string" }, b: {} }, required: ["a"] },
	],
	["3.0's nullable is a type", { type: "string", nullable: true }, { type: ["string", "null"] }],
	[
		"nullable beside a reference counts once it is in its place",
		{ ...thing, nullable: true },
		{ type: ["object", "null"], properties: { a: { type: "string" } } },
	],
	[
		"a union with null is a type",
		{ oneOf: [{ type: "string" }, { type: "null" }] },
		{ type: ["string", "null"] },
	],
	[
		"a union of one thing is that thing",
		{
			anyOf: [
				{ type: "string", format: "date-time" },
				{ type: "string", format: "date-time" },
			],
			format: "date-time",
		},
		{ type: "string", format: "date-time" },
	],
	[
		"a type that all share stands outside",
		{
			anyOf: [
				{ type: "string", format: "date" },
				{ type: "string", format: "date-time" },
			],
		},
		{ type: "string", anyOf: [{ format: "date" }, { format: "date-time" }] },
	],
	[
		"values that are given one by one are an enum",
		{ oneOf: [{ const: "a" }, { const: "b" }] },
		{ type: "string", enum: ["a", "b"] },
	],
	[
		"an object without properties is a map",
		{ type: "object" },
		{ type: "object", additionalProperties: true },
	],
	[
		"so it is with an empty list of them",
		{ type: "object", properties: {} },
		{ type: "object", additionalProperties: true },
	],
	[
		"so it is with any others allowed",
		{ type: "object", additionalProperties: {} },
		{ type: "object", additionalProperties: true },
	],
	[
		"that others are allowed beside properties goes without saying",
		{ ...thing, additionalProperties: true },
		{ type: "object", properties: { a: { type: "string" } } },
	],
	["no requirement is no fact", { type: "string", required: [] }, { type: "string" }],
	["a type in a list of one is a type", { type: ["string"] }, { type: "string" }],
	["numeric formats go", { type: "integer", format: "uint32" }, { type: "integer" }],
	["other formats stay", { type: "string", format: "email" }, { type: "string", format: "email" }],
	["a time as a default goes", { type: "string", default: "2026-01-15T04:13:15.986Z" }, { type: "string" }],
	["other defaults stay", { type: "integer", default: 10 }, { type: "integer", default: 10 }],
	[
		"a bound that excludes, as 3.0 writes it",
		{ type: "number", minimum: 0, exclusiveMinimum: true },
		{ type: "number", exclusiveMinimum: 0 },
	],
	[
		"a property called example is a property",
		{ type: "object", properties: { example: { type: "string", example: "x", "x-y": 1 } } },
		{ type: "object", properties: { example: { type: "string" } } },
	],
	[
		"readOnly is kept, false flags go",
		{ type: "string", readOnly: true, deprecated: false },
		{ type: "string", readOnly: true },
	],
	[
		"a schema that contains itself keeps its reference",
		{ $ref: "#/components/schemas/Loop" },
		{ $ref: "#/components/schemas/Loop" },
	],
	[
		"which may be null",
		{ oneOf: [{ $ref: "#/components/schemas/Loop" }, { type: "null" }] },
		{ anyOf: [{ $ref: "#/components/schemas/Loop" }, { type: "null" }] },
	],
])("%s", (_, raw, expected) => {
	expect(normal(raw)).toEqual(expected);
});
