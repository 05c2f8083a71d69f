/** A key in a page can be read by everybody who opens the page, so it takes a word that says so. */
import type { InputIssue } from "../failure/taxonomy.ts";

export function checkBrowser(dangerouslyAllowBrowser: unknown): InputIssue[] {
	const { window, document } = globalThis as { readonly window?: unknown; readonly document?: unknown };
	if (!window || !document || dangerouslyAllowBrowser === true) return [];
	const fix = "Use @orq/identities-browser, or set `dangerouslyAllowBrowser: true`.";
	return [{ path: "apiKey", problem: "would be public in a browser", fix }];
}
