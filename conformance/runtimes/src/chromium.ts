/** Chromium: a page for each task, in one browser. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import chromium from "@sparticuz/chromium";
import { chromium as engine } from "playwright-core";
import { browserPackageFile, pageFile } from "./packed.ts";
import { type Runtime, tellsLittle } from "./runtime.ts";

const html = `<!doctype html>
<script type="importmap">{ "imports": { "@orq/identities-browser": "/identities-browser.js" } }</script>
<script type="module" src="/page.js"></script>`;

/** The page, and the client of pages as it is published: on an origin of its own, so that CORS is between it and the API. */
async function serveFiles(): Promise<{ readonly url: string; readonly close: () => void }> {
	const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
		"/": ["text/html", html],
		"/page.js": ["text/javascript", readFileSync(pageFile, "utf8")],
		"/identities-browser.js": ["text/javascript", readFileSync(browserPackageFile, "utf8")],
	};
	const server = createServer(({ url = "" }, response) => {
		const [type, text] = files[url] ?? ["text/plain", ""];
		response.writeHead(url in files ? 200 : 404, { "content-type": `${type}; charset=utf-8` }).end(text);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo; // a listening TCP server has one
	const close = () => {
		server.close();
		server.closeAllConnections();
	};
	return { url: `http://127.0.0.1:${port}`, close };
}

/** From npm; where the environment's `CHROMIUM` names one, that one. */
export async function startChromium(): Promise<Runtime> {
	const browser = await engine.launch({
		executablePath: process.env["CHROMIUM"] ?? (await chromium.executablePath()),
		// Not the package's own `args`: they turn off the same-origin policy.
		args: ["--no-sandbox"],
		headless: true,
	});
	const site = await serveFiles();
	return {
		name: "Chromium",
		version: browser.version(),
		about: "a page of another origin than the API's",
		capabilities: tellsLittle,
		run: async (task, signal) => {
			const page = await browser.newPage();
			signal.addEventListener("abort", () => void page.close(), { once: true });
			const errors: string[] = [];
			page.on("pageerror", (error) => errors.push(String(error)));
			try {
				await page.goto(site.url);
				await page.waitForFunction(() => "run" in globalThis, undefined, { timeout: 20_000 });
				await page.evaluate(
					(task) => (globalThis as unknown as { run(task: string): Promise<void> }).run(task),
					task,
				);
			} catch (thrown) {
				throw new Error([String(thrown), ...errors].join("\n"));
			} finally {
				await page.close();
			}
		},
		close: async () => {
			site.close();
			await browser.close();
		},
	};
}
