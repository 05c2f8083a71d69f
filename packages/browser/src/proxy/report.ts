/** Tells the server of failures that the page gets no word of. */
import { isIdentitiesError } from "@orq/identities-core";
import type { ErrorContext, ProxyOptions } from "./options.ts";

export type Report = (error: unknown, about: ErrorContext) => void;

/** A listener that throws or rejects is a bug elsewhere: the page gets its answer. */
export const reportTo =
	(onError: ProxyOptions["onError"] = logged): Report =>
	(error, about) => {
		try {
			Promise.resolve(onError(error, about)).catch(() => {});
		} catch {
			// As above.
		}
	};

/** Our own errors hold the API's body and the id, which are personal data: only their message is logged. */
const logged = (error: unknown): void =>
	console.error("orq.ai identities proxy:", isIdentitiesError(error) ? error.message : error);
