/** From a method's arguments to a checked call, and from the call to its three views. */
import {
	type InputIssue,
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
	lowerCase,
	refusal,
	requestOf,
	type UncheckedInput,
} from "@orq/identities-core/internal";
import { type ApiCall, apiCall } from "./call.ts";
import type { Answer, Call, Engine } from "./engine/call.ts";
import type { ListOptions } from "./options.ts";

/** What methods hand on: the caller's options, and what only our own code sets. */
export interface CallOptions extends ListOptions {
	/** The query of an operation that also has path parameters or a body. */
	readonly query?: unknown;
	/** When a call of several requests began, on the clock of `performance.now()`: its total time counts from there. */
	readonly since?: number | undefined;
	/** The tag of a failure that is a step of a longer call: `onError` is not told. */
	readonly expected?: string | undefined;
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
	(name, input, options) => {
		try {
			return apiCall(perform(prepare(engine, defaults, operations[name], input, options)));
		} catch (refused) {
			return apiCall(Promise.reject(refused));
		}
	};

function prepare(
	engine: Engine,
	defaults: CallDefaults,
	operation: Operation,
	given: UncheckedInput,
	options: CallOptions = {},
): Call {
	const issues = checkCallOptions(options);
	if (issues.length > 0) throw refusal(issues, operation);
	const { signal, headers, query, expected } = options;
	const input = query === undefined ? given : { query, ...given };
	const built = requestOf(operation, input);
	if (!built.ok) throw built.error;
	const { path } = input as { path?: Readonly<Record<string, string>> }; // checked
	return {
		operation,
		input,
		request: {
			...built.data,
			headers: { ...built.data.headers, ...engine.headers, ...(headers && lowerCase(headers)) },
		},
		id: operation.id && path?.[operation.id],
		signal,
		expected,
		...limitsOf(defaults, options),
	};
}

function checkCallOptions(options: unknown): InputIssue[] {
	if (!isFields(options)) {
		return [issue("options", "must be an object", options, "Give the options by name.")];
	}
	const issues = checkOptions(options);
	const { signal } = options as CallOptions;
	if (signal && typeof signal.addEventListener !== "function") {
		issues.push(issue("signal", "must be an AbortSignal", signal, "Give `controller.signal`."));
	}
	return issues;
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
