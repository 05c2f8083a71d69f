/** A run in a worker: the task is the body of a request, which is answered when all is done. */

import { adapters } from "../../src/adapters/index.ts";
import { runAll } from "../../src/run-all.ts";

export default {
	fetch: async (request: Request): Promise<Response> => {
		await runAll(await request.text(), adapters);
		return new Response("done");
	},
};
