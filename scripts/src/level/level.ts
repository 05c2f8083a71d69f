/** How much of a version number a change takes, from nothing to a new major. */

export const levels = ["none", "patch", "minor", "major"] as const;
export type Level = (typeof levels)[number];

export const isAtLeast = (level: Level, other: Level): boolean =>
	levels.indexOf(level) >= levels.indexOf(other);

export const highest = (of: Iterable<Level>): Level => {
	let found: Level = "none";
	for (const level of of) if (!isAtLeast(found, level)) found = level;
	return found;
};
