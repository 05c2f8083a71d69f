/** Stands in for your app's own sessions: who sent a request. */

export interface User {
	/** Your id of the user, which is the identity's `external_id`. */
	readonly id: string;
	readonly isAdmin: boolean;
}

const users: ReadonlyMap<string, User> = new Map([
	["cookie-of-user-1", { id: "user_1", isAdmin: false }],
	["cookie-of-user-2", { id: "user_2", isAdmin: true }],
]);

export async function userOf(request: Request): Promise<User | undefined> {
	const cookie = /(?:^|; )session=([^;]+)/.exec(request.headers.get("cookie") ?? "")?.[1];
	return users.get(cookie ?? "");
}
