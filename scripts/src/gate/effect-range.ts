/** Which versions of effect show that a peer range is true: its oldest, and the newest that is published of it. */

/** `published` is what a registry has of the range; `range` is a caret range, which names its oldest. */
export function endsOf(range: string, published: readonly string[]): readonly string[] {
	const oldest = /^\^(\d+\.\d+\.\d+)$/.exec(range)?.[1];
	if (oldest === undefined) throw new Error(`The peer range of effect is no \`^x.y.z\`: ${range}`);
	if (!published.includes(oldest))
		throw new Error(`effect ${oldest}, the oldest of ${range}, is not published.`);
	const newest = published.filter(isRelease).reduce((one, other) => (compare(one, other) < 0 ? other : one));
	return newest === oldest ? [oldest] : [oldest, newest];
}

const isRelease = (version: string): boolean => /^\d+\.\d+\.\d+$/.test(version);

function compare(one: string, other: string): number {
	const [left, right] = [one, other].map((version) => version.split(".").map(Number)) as [number[], number[]];
	const at = left.findIndex((number, index) => number !== right[index]);
	return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}
