import type { Scenario } from "../scenario.ts";
import { answers } from "./answers.ts";
import { bodies } from "./bodies.ts";
import { cancelling } from "./cancelling.ts";
import { connections } from "./connections.ts";
import { failures } from "./failures.ts";
import { headers } from "./headers.ts";
import { ids } from "./ids.ts";
import { keys } from "./keys.ts";
import { life } from "./life.ts";
import { lists } from "./lists.ts";
import { redirects } from "./redirects.ts";
import { retries } from "./retries.ts";
import { timeouts } from "./timeouts.ts";
import { upserts } from "./upserts.ts";
import { views } from "./views.ts";
import { waits } from "./waits.ts";
import { walks } from "./walks.ts";

/** Every scenario, by theme. */
export const scenarios: Readonly<Record<string, readonly Scenario[]>> = {
	life,
	ids,
	lists,
	walks,
	upserts,
	bodies,
	headers,
	keys,
	answers,
	failures,
	redirects,
	retries,
	waits,
	timeouts,
	connections,
	cancelling,
	views,
};
