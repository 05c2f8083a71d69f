/**
 * Sites for the module's tests: an app with its proxy under a strict policy, and pages of other origins. They differ
 * by host (`localhost` is another site than `127.0.0.1`) and by port (another origin of the same site).
 */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { build } from "esbuild";
import { onTestFinished } from "vitest";

/** The module as it is published: one file, and nobody has bundled it with anything. */
const published = build({
	entryPoints: [`${import.meta.dirname}/../../../packages/browser/src/index.ts`],
	bundle: true,
	format: "esm",
	target: "es2022",
	platform: "neutral",
	write: false,
});

const importMap = JSON.stringify({ imports: { "@orq/identities-browser": "/identities-browser.js" } });
const hash = createHash("sha256").update(importMap).digest("base64");
const policy = `default-src 'none'; script-src 'self' 'sha256-${hash}'; connect-src *; require-trusted-types-for 'script'`;

const html = `<!doctype html><title>probe</title>
<script type="importmap">${importMap}</script>
<script type="module" src="/probe.js"></script>`;

/** Straight from a script element, by the import map. */
const probe = `import * as identities from "@orq/identities-browser"; globalThis.identities = identities;`;

type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => unknown;

/** Serves the page, or another one, at `/`, and the listener below `/api/`. */
export async function site(api?: Listener, host = "127.0.0.1", other?: string): Promise<string> {
	const { outputFiles } = await published;
	const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
		"/": ["text/html", other ?? html],
		"/probe.js": ["text/javascript", probe],
		"/identities-browser.js": ["text/javascript", outputFiles[0]?.text ?? ""],
	};
	const http = createServer((incoming, outgoing) => {
		const { url = "/" } = incoming;
		if (api && url.startsWith("/api/")) return api(incoming, outgoing);
		const file = files[url];
		if (!file) return outgoing.writeHead(404).end();
		const security = other === undefined ? { "content-security-policy": policy } : {};
		return outgoing.writeHead(200, { ...security, "content-type": file[0] }).end(file[1]);
	});
	await new Promise<void>((resolve) => http.listen(0, host, resolve));
	onTestFinished(() => {
		http.closeAllConnections();
		http.close();
	});
	return `http://${host}:${(http.address() as AddressInfo).port}`;
}
