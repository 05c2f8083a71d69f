/** What a proxy can be told, the defaults, and the refusal of what makes no sense or would open it too far. */
import type { ApiKey } from "@orq/identities-client";
import { type InputIssue, operations } from "@orq/identities-core";
import { isFields, issue, refusal } from "@orq/identities-core/internal";
import type { ProxyRules } from "./allow.ts";

export interface ProxyOptions {
	/** What the page may do, operation by operation. What is not named is refused. */
	readonly allow: ProxyRules;
	/** The workspace's API key, or a function that gives it. Default: the environment's `ORQ_API_KEY`. */
	readonly apiKey?: ApiKey | undefined;
	/** Where the API lives. Default: the environment's `ORQ_BASE_URL`, else https://my.orq.ai. */
	readonly baseUrl?: string | undefined;
	/** Other origins whose pages may call, with cookies: `["https://app.example.com"]`. Default none. */
	readonly allowedOrigins?: readonly string[] | undefined;
	/** The longest body that is read, in bytes. Default 65,536. */
	readonly maxBodyBytes?: number | undefined;
	/**
	 * How long the API may take, in ms; `false` for no limit. Default 25,000: less than the page's client waits, so
	 * that it hears of it.
	 */
	readonly timeoutMs?: number | false | undefined;
	/** What sends the requests. Default: the global `fetch` at the time of each. */
	readonly fetch?: typeof fetch | undefined;
	/** Allow a plain-http API beyond this machine: the key then travels readable. Default false. */
	readonly allowInsecureHttp?: boolean | undefined;
	/** Allow the key where there is a `window`: for tests in jsdom, never for a page. Default false. */
	readonly dangerouslyAllowBrowser?: boolean | undefined;
	/**
	 * Hears of each answer of 500 or more that is not a rule's own, with the error behind it, which the page does not
	 * see. Default: one line on `console.error`, without personal data of ours; for a rule's own error, the error.
	 */
	readonly onError?: ((error: unknown, about: ErrorContext) => unknown) | undefined;
}

/** Where an error came up. */
export interface ErrorContext {
	/** The method that the page called: `retrieve`; undefined before it is known. */
	readonly operation: string | undefined;
	readonly request: Request;
}

export const defaultMaxBodyBytes = 65_536;
export const defaultProxyTimeoutMs = 25_000;

/** Throws one `InvalidInputError` that names everything that is wrong. */
export function checkProxyOptions(options: ProxyOptions): void {
	if (!isFields(options as unknown)) {
		throw refusal([issue("options", "an object", options, "Give `{ apiKey, allow }`.")]);
	}
	const { allow, allowedOrigins = [], maxBodyBytes, onError } = options;
	const issues = [...ruleIssues(allow), ...originIssues(allowedOrigins)];
	if (maxBodyBytes !== undefined && !(Number.isInteger(maxBodyBytes) && maxBodyBytes > 0)) {
		issues.push(issue("maxBodyBytes", "a whole number, 1 or more", maxBodyBytes, "Give bytes."));
	}
	if (onError !== undefined && typeof onError !== "function") {
		issues.push(issue("onError", "a function", onError, "Give one, or leave it out."));
	}
	if (issues.length > 0) throw refusal(issues);
}

function ruleIssues(allow: unknown): InputIssue[] {
	const names = Object.keys(operations).join(", ");
	if (!isFields(allow)) {
		return [issue("allow", "an object", allow, `Give a rule for each operation to allow, of ${names}.`)];
	}
	return Object.entries(allow).flatMap(([name, rule]) => {
		const path = `allow.${name}`;
		if (!Object.hasOwn(operations, name)) return [issue(path, `absent: there are ${names}`, rule)];
		if (rule === undefined || typeof rule === "function") return [];
		return [issue(path, "a function", rule, "Give one that decides on each request.")];
	});
}

function originIssues(origins: unknown): InputIssue[] {
	const fix = "Give each as a browser writes it: https://app.example.com, without a path or a `*`.";
	if (!Array.isArray(origins)) return [issue("allowedOrigins", "an array", origins, fix)];
	return origins.flatMap((origin: unknown, index) =>
		isOrigin(origin) ? [] : [issue(`allowedOrigins[${index}]`, "an origin", origin, fix)],
	);
}

function isOrigin(value: unknown): boolean {
	try {
		return typeof value === "string" && new URL(value).origin === value;
	} catch {
		return false;
	}
}
