/** From a method's arguments to a checked call, and from the call to its three views. */
import {
	type Operation,
	type OperationAnswers,
	type OperationErrors,
	type OperationInputs,
	type OperationName,
	operations,
} from "@orq/identities-core";
import {
	checkOptions,
	defaultMaxRetries,
	defaultTimeoutMs,
	isFields,
	issue,
	refusal,
	requestOf,
	type UncheckedInput,
} from "@orq/identities-core/internal";
import { type ApiCall, apiCall } from "./call.ts";
import type { Answer, Call, Engine } from "./engine/loop.ts";
import type { ListOptions } from "./options.ts";

/** What methods hand on: the caller's options, and what only our own code sets. */
export interface CallOptions extends ListOptions {
	/** The query of an operation that also has path parameters or a body. */
	readonly query?: unknown;
	/** When a call of several requests began, on the clock of `performance.now()`: its total time counts from there. */
	readonly since?: number | undefined;
}

/** Sends an operation: what the generated methods are made of. */
export type Send = <Name extends OperationName>(
	name: Name,
	input: OperationInputs[Name],
	options?: CallOptions,
) => ApiCall<OperationAnswers[Name], OperationErrors[Name]>;

/** What a client sets for its calls; the rest has core's defaults. */
export type CallDefaults = Pick<CallOptions, "timeoutMs" | "totalTimeoutMs" | "maxRetries">;

export const createSend =
	(engine: Engine, defaults: CallDefaults, perform: (call: Call) => Promise<Answer>): Send =>
	(name, input, options) =>
		apiCall(performed(engine, defaults, perform, name, input, options));

/** Async, so that refused input rejects. */
async function performed(
	engine: Engine,
	defaults: CallDefaults,
	perform: (call: Call) => Promise<Answer>,
	name: OperationName,
	input: UncheckedInput,
	options: CallOptions | undefined,
): Promise<Answer> {
	return perform(prepare(engine, defaults, name, input, options));
}

function prepare(
	engine: Engine,
	defaults: CallDefaults,
	name: OperationName,
	given: UncheckedInput,
	options: CallOptions = {},
): Call {
	const operation: Operation = operations[name];
	const issues = isFields(options)
		? checkOptions(options)
		: [issue("options", "must be an object", options, "Give the options by name.")];
	if (issues.length > 0) throw refusal(issues, operation);
	const input = options.query === undefined ? given : { ...given, query: options.query };
	const built = requestOf(operation, input);
	if (!built.ok) throw built.error;
	return {
		operation,
		input,
		request: {
			...built.data,
			headers: { ...built.data.headers, ...engine.headers, ...lowerCase(options.headers) },
		},
		id: idOf(operation, input.path),
		signal: options.signal,
		...limitsOf(defaults, options),
	};
}

/** How long and how often: the call's own options, else the client's, else core's defaults. */
export function limitsOf(
	defaults: CallDefaults,
	options: CallDefaults & Pick<CallOptions, "since">,
): Pick<Call, "timeoutMs" | "totalTimeoutMs" | "end" | "maxRetries"> {
	const totalTimeoutMs = msOf(options.totalTimeoutMs ?? defaults.totalTimeoutMs ?? false);
	return {
		timeoutMs: msOf(options.timeoutMs ?? defaults.timeoutMs ?? defaultTimeoutMs),
		totalTimeoutMs,
		end: (options.since ?? performance.now()) + totalTimeoutMs,
		maxRetries: options.maxRetries ?? defaults.maxRetries ?? defaultMaxRetries,
	};
}

const msOf = (limit: number | false): number => (limit === false ? Number.POSITIVE_INFINITY : limit);

const idOf = (operation: Operation, path: unknown): string | undefined => {
	const id = operation.id !== undefined && isFields(path) ? path[operation.id] : undefined;
	return typeof id === "string" ? id : undefined;
};

/** Header names are case-insensitive (RFC 9110 §5.1): one form, so that the later one wins. */
export function lowerCase(
	headers: Readonly<Record<string, string | undefined>> = {},
): Record<string, string> {
	const lower: Record<string, string> = {};
	for (const name in headers) {
		const value = headers[name];
		if (value !== undefined) lower[name.toLowerCase()] = value;
	}
	return lower;
}
