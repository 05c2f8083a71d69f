/** Reads JSON that a page sent. */

/**
 * Undefined for what is not JSON, or has a property `__proto__` somewhere: honest data has none, and an app that
 * merges objects would change what its objects inherit.
 */
export function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text, (key, value) => {
			if (key === "__proto__") throw new SyntaxError("__proto__");
			return value;
		});
	} catch {
		return undefined;
	}
}
