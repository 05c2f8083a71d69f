/** The client of a page: the generated methods straight over the engine, and `upsert`. */
import type {
	ApiCall,
	RequestOptions,
	UpsertIdentityError,
	UpsertIdentityRequest,
	UpsertIdentityResponse,
} from "@orq/identities-client";
import {
	apiCall,
	createSend,
	IdentitiesMethods,
	perform,
	type Send,
	upsert,
} from "@orq/identities-client/internal";
import { refusal } from "@orq/identities-core/internal";
import { engineOf, keysIn } from "./config.ts";
import type { ClientOptions } from "./options.ts";

/**
 * A client for the identities behind your app's own proxy. It takes no key: the proxy
 * (`@orq/identities-browser/proxy`) has it. Throws an `InvalidInputError` where an option is wrong, or names a key.
 *
 * @example
 * const client = new IdentitiesClient({ baseUrl: "/api" });
 * const me = await client.retrieve("me");
 */
export class IdentitiesClient extends IdentitiesMethods {
	readonly #send: Send;

	constructor(options: ClientOptions = {}) {
		const engine = engineOf(options);
		const send = createSend(options, (call) => {
			const issues = keysIn(Object(call.options).headers);
			return issues.length ? Promise.reject(refusal(issues, call.row)) : perform(engine, call);
		});
		super(send);
		this.#send = send;
	}

	/**
	 * Creates the identity with this external id, or updates it where it is there already. Safe to repeat.
	 * Only the fields given change; `null` clears a field. The proxy must allow both `update` and `create`.
	 * `totalTimeoutMs` covers all requests of it. Fails like `update` and `create`, but never with not-found.
	 *
	 * @param external_id Your id of the user, 1 to 120 characters.
	 * @example
	 * await client.upsert("user_1", { display_name: "Jo", tags: ["premium"] });
	 */
	upsert(
		external_id: string,
		fields: UpsertIdentityRequest,
		options?: RequestOptions,
	): ApiCall<UpsertIdentityResponse, UpsertIdentityError> {
		return apiCall(upsert(this.#send, external_id, fields, options));
	}
}
