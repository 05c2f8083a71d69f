import type { FaultRule } from "./rule.js";
export interface FaultRules {
    /** Adds a rule; the function returned takes it away. */
    add(rule: FaultRule): () => void;
    /** The fault of the next request; undefined where all is well. */
    next(operation: string | undefined): FaultRule | undefined;
    /** Without rules again, and with the same chances to come. */
    reset(): void;
}
export declare function faultRules(seed: number): FaultRules;
