/** Stands in for an app's sign-in: who is served the page is signed in, by a cookie that scripts can't read. */
import { randomUUID } from "node:crypto";

const session = randomUUID();

export const sessionCookie = `session=${session}; HttpOnly; SameSite=Strict; Path=/`;

export const isSignedIn = (request: Request): boolean =>
	(request.headers.get("cookie") ?? "").split("; ").includes(`session=${session}`);
