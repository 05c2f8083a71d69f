/** Compares the requests that arrived with those that a scenario expects. */
import type { ArrivedRequest } from "./host.ts";
import { mismatches } from "./pattern.ts";
import type { Arrival, ArrivalPattern } from "./scenario.ts";

export function arrivalProblems(expected: readonly Arrival[], requests: readonly ArrivedRequest[]): string[] {
	const problems: string[] = [];
	let next = 0;
	for (const arrival of expected) {
		if (typeof arrival === "object" && "some" in arrival) {
			let count = 0;
			while (count < arrival.atMost && requests[next + count]?.operation === arrival.some) count++;
			if (count < arrival.atLeast) problems.push(`${count} requests of ${nameOf(arrival)}`);
			next += count;
		} else {
			problems.push(...oneArrival(arrival, requests[next], `request ${next + 1}`));
			next++;
		}
	}
	const exact = problems.length === 0 && next === requests.length;
	return exact
		? []
		: [
				...problems,
				`requests: ${told(expected.map(nameOf))} expected, ${told(requests.map(nameOfRequest))} arrived`,
			];
}

function oneArrival(
	arrival: string | ArrivalPattern,
	request: ArrivedRequest | undefined,
	at: string,
): string[] {
	if (request === undefined) return [`${at}: missing`];
	const { body, ...rest } = request;
	const seen = body === "" ? rest : { ...rest, body: JSON.parse(body) };
	return mismatches(typeof arrival === "string" ? { operation: arrival } : { ...arrival }, seen, at);
}

const told = (names: readonly string[]): string => `[${names.join(", ")}]`;

function nameOf(arrival: Arrival): string {
	if (typeof arrival === "string") return arrival;
	if ("some" in arrival) return `${arrival.atLeast} to ${arrival.atMost} × ${arrival.some}`;
	return arrival.operation ?? `${arrival.method} ${arrival.path}`;
}

const nameOfRequest = ({ operation, method, path }: ArrivedRequest): string =>
	operation ?? `${method} ${path}`;
