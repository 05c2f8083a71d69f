/**
 * What the server knows of the API is core's operation table. Statuses, envelopes, parameters and body fields are
 * read from its rows, so a table made from a newer document changes the server too.
 */
import type { Operation } from "@orq/identities-core";
/** Rows by name. */
export type OperationTable = Readonly<Record<string, Operation>>;
