import type { Operation } from "./operation.js";
export interface Route {
    /** The operations that live at this path, one for each HTTP method. */
    readonly operations: readonly Operation[];
    /** The path's parameters, decoded. */
    readonly params: Readonly<Record<string, string>>;
}
/** Undefined where no operation lives at this path, or a segment's percent-encoding is broken. */
export declare function matchPath(pathname: string, all?: readonly Operation[]): Route | undefined;
