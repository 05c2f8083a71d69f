/** A key in a page can be read by everybody who opens the page, so it takes a word that says so. */
import type { InputIssue } from "../failure/taxonomy.ts";

export function checkBrowser(dangerouslyAllowBrowser: unknown): InputIssue | undefined {
	const { window, document } = globalThis as { readonly window?: unknown; readonly document?: unknown };
	if (window === undefined || document === undefined || dangerouslyAllowBrowser) return undefined;
	return {
		path: "apiKey",
		problem: "would be readable by everybody who opens this page",
		fix:
			"Use @orq/identities-browser with its proxy, which keeps the key on your server; " +
			"where the key may be public, set `dangerouslyAllowBrowser: true`.",
	};
}
