/** The Schemas of `upsert`, which is made of the document's create and update. */
import * as Schema from "effect/Schema";
import {
	CreateIdentityRequest,
	CreateIdentityResponse,
	UpdateIdentityRequest,
	UpdateIdentityResponse,
} from "../generated/schemas.ts";
import { CommonError, ConflictError } from "./errors.ts";

const { external_id: _, ...created } = CreateIdentityRequest.fields;

/** What an upserted identity shall have. */
export const UpsertIdentityRequest = Schema.Struct({ ...created, ...UpdateIdentityRequest.fields });

/** The identity as it is now. */
export const UpsertIdentityResponse = Schema.Union([CreateIdentityResponse, UpdateIdentityResponse]);

/** What `upsert` fails with. */
export const UpsertIdentityError = Schema.Union([CommonError, ConflictError]);
