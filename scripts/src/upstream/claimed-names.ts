/**
 * Who gets a name that is in use already: first the object that looks as the one that had it, then the one that
 * stands where the name comes from. So a new field never takes the name of an object that callers know.
 */
import type { NamesInUse } from "./names-in-use.ts";

export class ClaimedNames {
	readonly #inUse: NamesInUse;
	readonly #heard: { readonly shape: string; readonly wanted: string }[] = [];
	readonly #byShape = new Map<string, string>();
	readonly #taken: Set<string>;

	/** `taken` are names that no object can get by its position. */
	constructor(inUse: NamesInUse, taken: readonly string[]) {
		this.#inUse = inUse;
		this.#taken = new Set(taken);
	}

	/** Hears of an object and the name that its position would give it. */
	hear(shape: string, wanted: string): void {
		this.#heard.push({ shape, wanted });
	}

	/** Gives the names away, once everybody has been heard. */
	settle(): void {
		for (const { shape } of this.#heard) this.#claim(shape, this.#inUse.byShape.get(shape));
		for (const { shape, wanted } of this.#heard) {
			if (this.#inUse.names.has(wanted)) this.#claim(shape, wanted);
		}
	}

	nameOf(shape: string): string | undefined {
		return this.#byShape.get(shape);
	}

	isTaken(name: string): boolean {
		return this.#taken.has(name);
	}

	#claim(shape: string, name: string | undefined): void {
		if (name === undefined || this.#taken.has(name) || this.#byShape.has(shape)) return;
		this.#byShape.set(shape, name);
		this.#taken.add(name);
	}
}
