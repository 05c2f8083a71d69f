/**
 * What the command `identities-testing` does: it serves until it is told to end, and says how to reach it.
 */
import { type RunningServer, serve } from "../doors/serve.ts";
import { seedIdentities } from "../seed.ts";
import { createIdentitiesServer } from "../server.ts";
import { type Flags, readFlags, usage } from "./flags.ts";

/** Where the command's words go. */
export interface Output {
	readonly say: (text: string) => void;
	readonly complain: (text: string) => void;
}

/** How the command went: it serves, or it is over with an exit code. */
export type Run = { readonly running: RunningServer } | { readonly exitCode: number };

/** A long run must not grow with the requests. */
const keepRequests = 1_000;

export async function run(args: readonly string[], { say, complain }: Output): Promise<Run> {
	const read = readFlags(args);
	if (!read.ok) {
		complain(`identities-testing: ${read.error}\nSee identities-testing --help.`);
		return { exitCode: 2 };
	}
	const { help, port, host, apiKey, seed } = read.data;
	if (help) {
		say(usage);
		return { exitCode: 0 };
	}
	const server = createIdentitiesServer({
		...(apiKey === undefined ? {} : { apiKey }),
		identities: seedIdentities(seed, { until: Date.now() }),
		keepRequests,
	});
	try {
		const running = await serve(server, { port, host });
		say(greeting(running.url, read.data));
		return { running };
	} catch (thrown) {
		complain(`identities-testing: can't listen on ${host}:${port}: ${reasonOf(thrown)}`);
		return { exitCode: 1 };
	}
}

const greeting = (url: string, { apiKey, seed }: Flags): string => {
	const key = apiKey ?? "any-key";
	return `The Identities API in memory listens at ${url} and holds ${seed} ${seed === 1 ? "identity" : "identities"}.

  for a client:   export ORQ_BASE_URL=${url} ORQ_API_KEY=${key}
  by hand:        curl -H 'authorization: Bearer ${key}' '${url}/v2/identities?limit=3'

Ctrl+C ends it; everything is forgotten then.`;
};

function reasonOf(thrown: unknown): string {
	if (!(thrown instanceof Error)) return String(thrown);
	const inUse = "code" in thrown && thrown.code === "EADDRINUSE";
	return inUse ? "the port is in use; give another --port, or --port 0 for any." : thrown.message;
}
