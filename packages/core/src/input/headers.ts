/** Header names are case-insensitive (RFC 9110 §5.1): one form, so that the later one wins. */
export function lowerCase(
	headers: Readonly<Record<string, string | undefined>> = {},
): Record<string, string> {
	const lower: Record<string, string> = {};
	for (const name in headers) {
		const value = headers[name];
		if (value !== undefined && value !== null) lower[name.toLowerCase()] = value;
	}
	return lower;
}
