/** How long each part of an update takes, in milliseconds. */

export class Times {
	readonly parts: Record<string, number> = {};
	readonly #start = performance.now();

	async measure<Result>(part: string, work: () => Result | Promise<Result>): Promise<Result> {
		const start = performance.now();
		try {
			return await work();
		} finally {
			this.parts[part] = (this.parts[part] ?? 0) + Math.round(performance.now() - start);
		}
	}

	get total(): number {
		return Math.round(performance.now() - this.#start);
	}
}
