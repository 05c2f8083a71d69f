import { afterEach, expect, test, vi } from "vitest";
import { checkBrowser } from "./browser.ts";

afterEach(() => vi.unstubAllGlobals());

test("a key is taken where there is no page", () => {
	expect(checkBrowser(undefined)).toEqual([]);
});

test("a key is taken in a worker, which has no document", () => {
	vi.stubGlobal("window", {});
	expect(checkBrowser(undefined)).toEqual([]);
});

test("a key is refused in a page", () => {
	vi.stubGlobal("window", {});
	vi.stubGlobal("document", {});
	expect(checkBrowser(undefined)[0]?.path).toBe("apiKey");
});

test("a key is taken in a page where the caller says that it is public", () => {
	vi.stubGlobal("window", {});
	vi.stubGlobal("document", {});
	expect(checkBrowser(true)).toEqual([]);
});
