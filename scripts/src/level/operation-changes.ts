/** What has changed of an operation that both models have: its arguments, its errors, its wire, its words. */
import { ownErrors } from "../emit/errors.ts";
import type { Operation, QueryParameter } from "../model/model.ts";
import { type Change, changeOf, type Use } from "./change.ts";
import type { Kind } from "./rules.ts";

export function operationChanges(before: Operation, after: Operation): Change[] {
	const found: Change[] = [];
	const { name } = after;
	const add = (kind: Kind, use: Use, detail?: string, where = name): void => {
		found.push(changeOf(kind, where, { use, judge: "model", ...(detail !== undefined && { detail }) }));
	};

	if (before.name !== name) add("name gone", "answer", `it is called \`${name}\` now`, before.name);
	const [old, now] = [argumentsOf(before), argumentsOf(after)];
	if (old !== now) add("arguments moved", "request", `${name}(${now}), it was ${name}(${old})`);
	if (before.body && after.body && before.body.required !== after.body.required) {
		add(after.body.required ? "now required" : "now optional", "request", undefined, `${name}(body)`);
	}
	const [failed, fails] = [ownErrors(before), ownErrors(after)];
	for (const error of fails) if (!failed.includes(error)) add("error added", "answer", error);
	for (const error of failed) if (!fails.includes(error)) add("error gone", "answer", error);
	if (before.answer !== after.answer) answerChange(before, after, add);

	for (const detail of wireChanges(before, after)) add("wire changed", "request", detail);
	if (textsOf(before) !== textsOf(after)) add("words changed", "answer");
	if (before.deprecated !== after.deprecated) {
		add("note changed", "answer", after.deprecated ? "deprecated" : "not deprecated any more");
	}
	return found;
}

/** The places of a method's arguments: the path's parameters, the body or the query, the options. */
function argumentsOf({ params, body, types }: Operation): string {
	const input = body ? ["body"] : params.length === 0 && types.query ? ["query"] : [];
	return [...params.map((_, index) => (index === 0 ? "id" : `id${index + 1}`)), ...input, "options"].join(
		", ",
	);
}

function answerChange(
	before: Operation,
	after: Operation,
	add: (kind: Kind, use: Use, detail: string) => void,
): void {
	const told = { page: "a page", object: "an object", none: "nothing" };
	const detail = `it answers with ${told[after.answer]}, it was ${told[before.answer]}`;
	// Who got nothing has nothing to lose.
	add(before.answer === "none" ? "optional added" : "type changed", "answer", detail);
}

/** What only the wire feels. */
function wireChanges(before: Operation, after: Operation): string[] {
	const found: string[] = [];
	if (before.success !== after.success) {
		found.push(`a success is ${after.success}, it was ${before.success}`);
	}
	if (before.envelope !== after.envelope) {
		found.push(after.envelope ? "its answer is wrapped" : "its answer is not wrapped any more");
	}
	const [old, now] = [before, after].map(({ params }) => params.map(({ name }) => `{${name}}`).join());
	if (old !== now) found.push(`the path's parameters are called ${now}, they were ${old}`);
	for (const parameter of after.query) {
		const same = before.query.filter(({ name }) => name === parameter.name);
		const [first] = same;
		if (first && !same.some((other) => formOf(other) === formOf(parameter))) {
			found.push(`${formOf(parameter)}, it was ${formOf(first)}`);
		}
	}
	return found;
}

const formOf = ({ wire, form }: QueryParameter): string => `\`${wire}\` as ${form}`;

const textsOf = ({ summary, description, params }: Operation): string =>
	JSON.stringify([summary, description, params.map((of) => [of.description, of.example])]);
