/**
 * Lets a request pass by its key: `Authorization: Bearer <key>` (RFC 6750 §2.1).
 * Undefined where it passes. Without a key of its own the server takes any that is not empty.
 */
import { type Answer, refusal } from "./answer.ts";

export function refusalOfKey(
	authorization: string | undefined,
	apiKey: string | undefined,
): Answer | undefined {
	const key = /^Bearer +(.*\S)/i.exec(authorization ?? "")?.[1];
	if (key !== undefined && (apiKey === undefined || key === apiKey)) return undefined;
	const problem =
		key === undefined ? "No API key: send `Authorization: Bearer <key>`." : "This API key is not valid.";
	return refusal(401, problem, { "www-authenticate": "Bearer" });
}
