/**
 * Puts a recorder around the API in memory: every request is judged, and every answer that is the API's own.
 * An answer that a scenario asked for, by a fault or another shape, is as wrong as it should be.
 */
import type { Exchange, FaultRule, IdentitiesServer } from "@orq/identities-testing";
import type { Recorder } from "./recorder.ts";

export interface Recorded {
	readonly exchange: Exchange;
	/** Grows with what was not as the document says. */
	readonly violations: readonly string[];
}

export function recorded(
	server: Pick<IdentitiesServer, "exchange" | "requests">,
	recorder: Recorder,
	{ hasOwnShape }: { readonly hasOwnShape: boolean },
): Recorded {
	const violations: string[] = [];
	const exchange: Exchange = async (request, signal) => {
		violations.push(...recorder.requestProblems(request));
		const before = server.requests.length;
		const answering = server.exchange(request, signal);
		// It is recorded at once, before anything is awaited.
		const met = server.requests.length > before ? server.requests.at(-1)?.fault : undefined;
		const answer = await answering;
		if (hasOwnShape && !replacesAnswer(met)) violations.push(...recorder.answerProblems(request, answer));
		return answer;
	};
	return { exchange, violations };
}

/** A rule may also only delay the answer, or lay headers over it. */
const replacesAnswer = (rule: FaultRule | undefined): boolean =>
	rule?.fault !== undefined || rule?.status !== undefined;
