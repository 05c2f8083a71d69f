/** A value or an error, as data. */
export type Result<Data, Failure> =
	| { readonly ok: true; readonly data: Data }
	| { readonly ok: false; readonly error: Failure };

/** What `work` gives, or what it throws. */
export function resultOf<Data, Failure>(work: () => Data): Result<Data, Failure> {
	try {
		return { ok: true, data: work() };
	} catch (error) {
		return { ok: false, error: error as Failure }; // It throws nothing else.
	}
}
