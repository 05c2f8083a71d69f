/**
 * The Effect client's `generated/schemas.ts`: an Effect Schema for each request, answer and operation's failure.
 * Schemas of answers are as tolerant as core's reader, since both are made of the same steps.
 */
import { refName } from "../document/openapi.ts";
import type { Model, PublicSchema } from "../model/model.ts";
import { schemaCode } from "./effect-schema-code.ts";
import { refsIn } from "./effect-types.ts";
import { errorName, ownErrors } from "./errors.ts";
import { source } from "./header.ts";
import { comment, linesOf } from "./jsdoc.ts";
import { readersOf } from "./readers.ts";

export function emitEffectSchemas(model: Model): Record<string, string> {
	const order = inOrder(model);
	const readers = readersOf(model);
	const declarations = order.map((name, index) => {
		const { use, schema } = model.schemas[name] as PublicSchema; // It is one of its names.
		if (schema.$ref !== undefined) {
			const other = refName(schema.$ref);
			return `/** The same shape as {@link ${other}}. */\nexport const ${name} = ${other};\n`;
		}
		const known = new Set(order.slice(0, index));
		const lines = linesOf(schema);
		const words = lines.length > 0 ? `${comment(lines)}\n` : "";
		const code = schemaCode(schema, { use, name, known, reader: readers.get(name) });
		// Its fields that are not known are kept, and not told: callers have the type of the method's answer.
		const type = code.startsWith("answer(") ? `: Schema.Codec<Types.${name}, unknown>` : "";
		return `${words}export const ${name}${type} = ${code};\n`;
	});
	const failures = model.operations.map((operation) => {
		const members = ["CommonError", ...ownErrors(operation)];
		const code = members.length > 1 ? `Schema.Union([${members.join(", ")}])` : "CommonError";
		return `/** What \`${operation.name}\` fails with. */\nexport const ${errorName(operation)} = ${code};\n`;
	});
	const body = [...declarations, ...failures].join("\n");
	const text = source(
		...(/\bSchema\./.test(body) ? ['import * as Schema from "effect/Schema";'] : []),
		importOf("../schema/errors.ts", ["CommonError", "ConflictError", "IdentityNotFoundError"], body),
		importOf(
			"../schema/fields.ts",
			["answer", "dropped", "filled", "optional", "text", "Utc", "written"],
			body,
		),
		...(/\bTypes\./.test(body) ? ['import type * as Types from "./types.ts";'] : []),
		"",
		body,
	);
	return { "packages/effect/src/generated/schemas.ts": text };
}

function importOf(from: string, names: readonly string[], body: string): string {
	const code = body.replaceAll(/\/\*[\s\S]*?\*\//g, "");
	const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
	return used.length > 0 ? `import { ${used.join(", ")} } from "${from}";` : "";
}

/** The names of all schemas, each after those that it refers to, as far as they don't refer back. */
function inOrder({ schemas }: Model): string[] {
	const order: string[] = [];
	const seen = new Set<string>();
	const visit = (name: string): void => {
		if (seen.has(name)) return;
		seen.add(name);
		for (const inner of refsIn(schemas[name]?.schema ?? {})) visit(inner);
		order.push(name);
	};
	for (const name of Object.keys(schemas)) visit(name);
	return order;
}
