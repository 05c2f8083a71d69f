/** From a method's arguments to a call, and from the call to its three views. */
import type { OperationAnswers, OperationErrors, OperationName } from "@orq/identities-core";
import { type MethodInput, rows } from "@orq/identities-core/internal";
import { type ApiCall, apiCall } from "./call.ts";
import type { Answer, Call, CallDefaults, CallOptions } from "./engine/call.ts";

/** Sends an operation: what the generated methods are made of. `of` makes something else of the data. */
export type Send = <Name extends OperationName, Data = OperationAnswers[Name]>(
	name: Name,
	input: MethodInput<Name>,
	options?: CallOptions,
	of?: (data: OperationAnswers[Name]) => Data,
) => ApiCall<Data, OperationErrors[Name]>;

export const createSend =
	(defaults: CallDefaults, perform: (call: Call) => Promise<Answer>): Send =>
	(name, given, options = {}, of) => {
		const input = { query: options?.query, ...given };
		return apiCall(perform({ row: rows[name], input, options, defaults }), of);
	};
