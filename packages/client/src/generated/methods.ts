// Generated from openapi/identities.yaml by `pnpm generate`. Do not edit.
import type {
	CreateIdentityError,
	CreateIdentityRequest,
	CreateIdentityResponse,
	DeleteIdentityError,
	ListIdentitiesQuery,
	RetrieveIdentityError,
	RetrieveIdentityResponse,
	UpdateIdentityError,
	UpdateIdentityRequest,
	UpdateIdentityResponse,
} from "@orq/identities-core";
import type { ApiCall } from "../call.ts";
import { IdentitiesList } from "../list.ts";
import type { ListOptions, RequestOptions } from "../options.ts";
import type { Send } from "../send.ts";

/** One method for each operation of the document. */
export class IdentitiesMethods {
	readonly #send: Send;

	constructor(send: Send) {
		this.#send = send;
	}

	/**
	 * Lists identities, newest first …(summary, description, parameters, errors from the document)
	 */
	list(query?: ListIdentitiesQuery, options?: ListOptions): IdentitiesList {
		return new IdentitiesList(this.#send, query, options);
	}

	create(
		body: CreateIdentityRequest,
		options?: RequestOptions,
	): ApiCall<CreateIdentityResponse, CreateIdentityError> {
		return this.#send("create", { body }, options);
	}

	retrieve(id: string, options?: RequestOptions): ApiCall<RetrieveIdentityResponse, RetrieveIdentityError> {
		return this.#send("retrieve", { path: { id } }, options);
	}

	update(
		id: string,
		body: UpdateIdentityRequest,
		options?: RequestOptions,
	): ApiCall<UpdateIdentityResponse, UpdateIdentityError> {
		return this.#send("update", { path: { id }, body }, options);
	}

	delete(id: string, options?: RequestOptions): ApiCall<void, DeleteIdentityError> {
		return this.#send("delete", { path: { id } }, options);
	}
}
