/** How many listeners a client leaves on a signal that many of its calls were given, before any collection. */
import { spawnSync } from "node:child_process";

/** A module that exports `call(fetch, signal)`, for each package that sends. */
const callers: Readonly<Record<string, string>> = {
	"@orq/identities-client": `
		import { IdentitiesClient } from "@orq/identities-client";
		const call = (fetch, signal) => new IdentitiesClient({ apiKey: "key", fetch }).retrieve("jo", { signal });`,
	"@orq/identities-browser": `
		import { IdentitiesClient } from "@orq/identities-browser";
		const call = (fetch, signal) =>
			new IdentitiesClient({ baseUrl: "http://127.0.0.1/api", fetch }).retrieve("jo", { signal });`,
	"@orq/identities-effect": `
		import { Identities } from "@orq/identities-effect";
		import * as Effect from "effect/Effect";
		import * as Redacted from "effect/Redacted";
		const call = (fetch, signal) =>
			Identities.make({ apiKey: Redacted.make("key"), fetch }).pipe(
				Effect.flatMap((identities) => identities.retrieve("jo")),
				(it) => Effect.runPromise(it, { signal }),
			);`,
};

/** The packages of which it is known how to call them. */
export const listening: readonly string[] = Object.keys(callers);

/** `folder` is where the caller's file would lie. */
export function listenersLeft(name: string, calls: number, folder: string, node = process.execPath): number {
	const args = ["--no-warnings", "--input-type=module", "--eval", (callers[name] ?? "") + count(calls)];
	const { status, stdout, stderr } = spawnSync(node, args, { cwd: folder, encoding: "utf8" });
	if (status !== 0) throw new Error(`calls of ${name} in ${folder}:\n${stderr}`);
	return Number(stdout);
}

/** Like the real one, this `fetch` makes a \`Request\` of what it is given, signal and all. */
const count = (calls: number): string => `
	import { getEventListeners, setMaxListeners } from "node:events";
	const answer = JSON.stringify({ _id: "contact_1", external_id: "jo" });
	const fetch = async (url, init) => {
		new Request(url, init);
		return new Response(answer, { headers: { "content-type": "application/json" } });
	};
	const { signal } = new AbortController();
	setMaxListeners(0, signal);
	for (let index = 0; index < ${calls}; index++) await call(fetch, signal);
	console.log(getEventListeners(signal, "abort").length);
`;
