/** A name as a key of a type or an object, in quotes where it has to be. */
export const key = (name: string): string =>
	/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? name : JSON.stringify(name);
