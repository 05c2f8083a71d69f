/** Serves the example: `pnpm example:browser`. The port is 4747, or the environment's `PORT`. */
import { startApp } from "./server/app.ts";

const port = Number(process.env["PORT"] ?? 4747);
try {
	const { url } = await startApp({ port });
	console.log(`Identities, in a page: ${url}\nThe API is in memory; Ctrl+C ends it.`);
} catch (error) {
	console.error(`Can't listen on port ${port} (set PORT for another): ${String(error)}`);
	process.exitCode = 1;
}
