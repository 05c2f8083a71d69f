/**
 * What a success carries. An object with `identity` and no `_id` is an envelope and is taken off, objects inside
 * an answer never are; whatever a delete answers with, callers are told nothing.
 */
import { json, type OperationObject, refName, type Schema, type Schemas } from "../document/openapi.ts";
import { DocumentProblem } from "../document/problem.ts";
import { isEnvelope, resolve, sameShape, soleType, typesOf, withoutNull } from "../document/schema.ts";
import type { Operation } from "./model.ts";

export interface Answer extends Pick<Operation, "success" | "answer" | "envelope"> {
	/** What callers get; absent where that is nothing. */
	readonly schema?: Schema;
}

export function answerOf(
	operation: OperationObject,
	method: string,
	takes: "query" | "more",
	place: string,
	schemas: Schemas,
): Answer {
	const success = Object.entries(operation.responses).filter(([status]) => status.startsWith("2"));
	const [first] = success;
	if (!first) {
		const cure = "Say in openapi/overlay.yaml what a success answers with.";
		throw new DocumentProblem(`${place}/responses`, "declare no success", cure);
	}
	const status = Number(first[0].replace("2XX", "200"));
	const schema = method === "delete" ? undefined : bodyOf(success, `${place}/responses`);
	if (!schema) return { success: status, answer: "none", envelope: false };

	const whole = resolve(schema, schemas);
	const envelope = isEnvelope(whole);
	const inner = envelope ? withoutNull(whole.properties?.["identity"] ?? {}) : schema;
	const type = soleType(resolve(inner, schemas));
	if (type !== "object" && typesOf(resolve(inner, schemas)).length > 0) {
		const cure = "Teach core's `readAnswer` and scripts/src/model/answer.ts that form.";
		throw new DocumentProblem(
			`${place}/responses/${first[0]}`,
			`answers with ${type ?? "several types"}, where the clients expect an object`,
			cure,
		);
	}
	const isPage = method === "get" && takes === "query" && pageItem(resolve(inner, schemas)) === "Identity";
	return { success: status, answer: isPage ? "page" : "object", envelope, schema: inner };
}

/** The name of what a page holds. */
function pageItem({ properties = {} }: Schema): string | undefined {
	const ref = properties["has_more"] && properties["data"]?.items?.$ref;
	return ref === undefined ? undefined : refName(ref);
}

function bodyOf(
	success: [string, OperationObject["responses"][string]][],
	place: string,
): Schema | undefined {
	const bodies = success.flatMap(([status, { content }]) => {
		const media = Object.keys(content ?? {});
		if (media.length > 0 && !media.includes(json)) {
			const cure =
				"The clients read JSON only: take the operation out in openapi/overlay.yaml, or teach them.";
			throw new DocumentProblem(`${place}/${status}/content`, `is ${media.join(", ")}`, cure);
		}
		const schema = content?.[json]?.schema;
		return schema ? [schema] : [];
	});
	const [first, ...others] = bodies;
	if (first && others.some((other) => !sameShape(first, other))) {
		const cure = "Choose one of them in openapi/overlay.yaml.";
		throw new DocumentProblem(place, "have several successes that differ", cure);
	}
	return first;
}
