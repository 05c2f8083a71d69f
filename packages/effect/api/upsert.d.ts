/**
 * Create or update by external id, safe to repeat. The API has no such operation; this is it in two:
 * update; where nobody has the id, create; where create is refused (somebody was faster) or its outcome is
 * unknown, update once more; where it is still not there, create again after `unknown`, else create's error.
 */
import type { CommonError, ConflictError, CreateIdentityRequest, UpdateIdentityRequest } from "@orq/identities-core";
import * as Effect from "effect/Effect";
import type { CreateIdentityResponse, UpdateIdentityResponse } from "./generated/types.js";
import type { RequestOptions } from "./options.js";
import type { Send } from "./send.js";
/** What an upserted identity shall have; `null` clears a field, what is left out stays. */
export type UpsertIdentityRequest = Omit<CreateIdentityRequest, "external_id"> & UpdateIdentityRequest;
export type UpsertIdentityResponse = CreateIdentityResponse | UpdateIdentityResponse;
/** What `upsert` fails with: never with not-found. */
export type UpsertIdentityError = CommonError | ConflictError;
export declare const upsert: (send: Send, external_id: string, fields: UpsertIdentityRequest, options: RequestOptions | undefined) => Effect.Effect<UpsertIdentityResponse, UpsertIdentityError>;
