/** A key in a page can be read by everybody who opens the page, so it takes a word that says so. */
import type { InputIssue } from "../failure/taxonomy.js";
export declare function checkBrowser(dangerouslyAllowBrowser: unknown): InputIssue[];
