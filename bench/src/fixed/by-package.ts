/** Sums up by package, so that a message can name who has grown. */
import { basename } from "node:path";

/** Which package a file or a URL belongs to: `effect`, `@orq/identities-core`. */
const packageOf = (path: string): string =>
	/.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? basename(path);

/** The largest first: `effect 20100, @orq/identities-core 8200`. */
export function byPackage(parts: readonly (readonly [path: string, amount: number])[]): string {
	const sums = new Map<string, number>();
	for (const [path, amount] of parts) {
		const name = packageOf(path);
		if (amount > 0) sums.set(name, (sums.get(name) ?? 0) + amount);
	}
	return [...sums]
		.sort(([, one], [, other]) => other - one)
		.slice(0, 8)
		.map(([name, sum]) => `${name} ${sum}`)
		.join(", ");
}
