import type { CommonError, ConflictError, IdentityNotFoundError } from "../failure/classes.js";
/** What `list` fails with. */
export type ListIdentitiesError = CommonError;
/** What `create` fails with. */
export type CreateIdentityError = CommonError | ConflictError;
/** What `retrieve` fails with. */
export type RetrieveIdentityError = CommonError | IdentityNotFoundError;
/** What `update` fails with. */
export type UpdateIdentityError = CommonError | ConflictError | IdentityNotFoundError;
/** What `delete` fails with. */
export type DeleteIdentityError = CommonError | IdentityNotFoundError;
/** What each operation fails with. */
export interface OperationErrors {
    list: ListIdentitiesError;
    create: CreateIdentityError;
    retrieve: RetrieveIdentityError;
    update: UpdateIdentityError;
    delete: DeleteIdentityError;
}
