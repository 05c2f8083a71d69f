/** The first line of each generated file: from what, and by which command. */
export const header = "Generated from openapi/identities.yaml by `pnpm generate`. Do not edit.";

/** TypeScript source under the header, before it is formatted. */
export const source = (...parts: readonly string[]): string => [`// ${header}`, ...parts, ""].join("\n");
