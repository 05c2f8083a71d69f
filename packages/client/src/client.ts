/** The Promise client: the generated methods over the engine, and `upsert`. */
import { type ApiCall, apiCall } from "./call.ts";
import { engineOf } from "./config.ts";
import { perform } from "./engine/loop.ts";
import { IdentitiesMethods } from "./generated/methods.ts";
import type { ClientOptions, RequestOptions } from "./options.ts";
import { type Carrier, carrierOf } from "./registry.ts";
import { createSend, type Send } from "./send.ts";
import {
	type UpsertIdentityError,
	type UpsertIdentityRequest,
	type UpsertIdentityResponse,
	upsert,
} from "./upsert.ts";

/**
 * A client for orq.ai's identities. Throws an `InvalidInputError` where an option is wrong or the key is missing.
 *
 * @example
 * const client = new IdentitiesClient(); // the key is in ORQ_API_KEY
 * const identity = await client.create({ external_id: "user_1", display_name: "Jo" });
 */
export class IdentitiesClient extends IdentitiesMethods {
	readonly #send: Send;

	constructor(options: ClientOptions = {}) {
		const engine = engineOf(options);
		const carrier: Carrier = { engine, defaults: options, perform: (call) => perform(engine, call) };
		const send = createSend(options, (call) => carrier.perform(call));
		super(send);
		this.#send = send;
		carrierOf.set(this, carrier);
	}

	/**
	 * Creates the identity with this external id, or updates it where it is there already. Safe to repeat.
	 * Only the fields given change; `null` clears a field.
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
