/** A value or an error, as data: what rules return in the place of throwing. */
export type Result<Data, Failure> =
	| { readonly ok: true; readonly data: Data }
	| { readonly ok: false; readonly error: Failure };
