/**
 * What each operation does to the identities, and what it answers.
 * An operation without a handler here (a later document may add one) is answered with 501.
 */
import type { Operation } from "@orq/identities-core";
import type { Fields } from "@orq/identities-core/internal";
import { type Answer } from "../exchange/answer.js";
import type { Population } from "../state/population.js";
import type { View } from "./view.js";
/** A request that has passed all checks of form. */
export interface Call {
    readonly operation: Operation;
    /** The identity's id in the path, decoded; empty where the path has none. */
    readonly id: string;
    readonly query: Fields;
    readonly body: Fields;
}
/** What handlers work on. */
export interface Workspace {
    readonly population: Population;
    readonly view: View;
    readonly shape: "flat" | "wrapped" | undefined;
    readonly conflictStatus: number;
}
export type Handler = (call: Call, workspace: Workspace) => Answer;
/** By the name of the operation in the table. */
export declare const handlers: Readonly<Record<string, Handler>>;
