/** What code weighs on the wire. */
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

export interface Sizes {
	readonly minified: number;
	readonly gzip: number;
	readonly brotli: number;
}

/** In bytes. `code` is minified already. */
export const sizesOf = (code: Uint8Array): Sizes => ({
	minified: code.byteLength,
	gzip: gzipSync(code, { level: 9 }).byteLength,
	brotli: brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).byteLength,
});

/** How programs are bundled, as an option of esbuild: for a browser or a worker of today. */
export const bundling = {
	bundle: true,
	minify: true,
	format: "esm",
	target: "es2022",
	platform: "browser",
	legalComments: "none",
	logLevel: "warning",
} as const;

/** What is bundled for the errors of a package: all of it that a user may want alone. */
export const errorPrograms = {
	all: (specifier: string) => `export { ${classes.join(", ")} } from "${specifier}";`,
	one: (specifier: string) => `export { IdentityNotFoundError } from "${specifier}";`,
	guard: (specifier: string) => `export { isIdentitiesError } from "${specifier}";`,
} as const;

const classes = [
	"ConflictError",
	"ConnectionError",
	"DecodeError",
	"ForbiddenError",
	"IdentityNotFoundError",
	"InvalidInputError",
	"RateLimitError",
	"RequestRejectedError",
	"RequestTimeoutError",
	"ServerError",
	"UnauthorizedError",
	"UnexpectedStatusError",
] as const;
