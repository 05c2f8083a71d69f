import type { Engine } from "./engine/call.js";
import type { ClientOptions } from "./options.js";
/** Throws one `InvalidInputError` that names everything that is wrong. */
export declare function engineOf(options: ClientOptions): Engine;
