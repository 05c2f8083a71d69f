/** A `fetch` that sends nothing and gives one fixed answer: what is left to measure is the client. */

export interface Stub {
	readonly fetch: typeof fetch;
	status: number;
	text: string;
}

export function stubFetch(): Stub {
	const stub: Stub = {
		status: 200,
		text: "{}",
		fetch: async () =>
			new Response(stub.text, {
				status: stub.status,
				headers: { "content-type": "application/json", "x-request-id": "req_01K5Z8Q3W7N2" },
			}),
	};
	return stub;
}
