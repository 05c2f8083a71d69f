/**
 * Finds the operation of a request: any path that ends as an operation's does, wherever the proxy is mounted.
 * Segments are compared as they were sent; only an id is decoded, once, and one that some server behind might fold
 * into another path is refused.
 */
import { type Operation, operations } from "@orq/identities-core";
import { matchPath, type Route } from "@orq/identities-core/internal";

const rows: readonly Operation[] = Object.values(operations);

const lengthOf = ({ path }: Operation): number => path.split("/").length - 1;

/** How many segments operations' paths have, the most first. */
const lengths = [...new Set(rows.map(lengthOf))].sort((one, other) => other - one);

/** Undefined where no operation's path ends this one. */
export function routeOf(pathname: string): Route | undefined {
	const segments = pathname.split("/").slice(1);
	for (const length of lengths) {
		if (length > segments.length) continue;
		const route = matchPath(`/${segments.slice(-length).join("/")}`, rows);
		if (route) return route;
	}
	return undefined;
}

/**
 * Whether a path value, decoded once or again, has dot segments or control characters, or is encoded without end. It
 * goes on as one segment, percent-encoded, but there are servers that decode first and fold then.
 */
export function isTricky(value: string): boolean {
	let text = value;
	// Nobody encodes so often, and each time reads all of it.
	for (let times = 0; times < 8; times++) {
		if (/\p{Cc}/u.test(text) || text.split(/[/\\]/).some((part) => part === "." || part === ".."))
			return true;
		const decoded = decodedOnce(text);
		if (decoded === text) return false;
		text = decoded;
	}
	return true;
}

function decodedOnce(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
