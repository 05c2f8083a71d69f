import { type ProxyOptions } from "./options.js";
/**
 * Makes the server half of the browser's client: a Fetch handler that keeps the API key and asks your rules on every
 * request. Mount it at any path; it serves what ends in `/v2/identities` or `/v2/identities/<id>`. It never rejects.
 *
 * Throws an `InvalidInputError` where an option is wrong or the key is missing.
 *
 * @example
 * const proxy = createIdentitiesProxy({
 * 	apiKey,
 * 	allow: {
 * 		retrieve: async ({ request }) => {
 * 			const user = await session(request);
 * 			return user && { id: user.id, select: ["display_name", "metrics"] };
 * 		},
 * 	},
 * });
 */
export declare function createIdentitiesProxy(options: ProxyOptions): (request: Request) => Promise<Response>;
