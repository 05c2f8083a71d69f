/**
 * The door for the SDK's own packages: outside semver, so siblings depend on the exact version. When built it is the
 * whole package in one file, of which the main entry shows what is public.
 */

export { isGone, mayBeThere } from "./failure/afterwards.ts";
export {
	errorOfAnswer,
	errorOfConnection,
	errorOfTimeout,
	plainHeaders,
	requestIdOf,
} from "./failure/classify.ts";
export { saidBy } from "./failure/message.ts";
export { isTransient, worseOutcome } from "./failure/taxonomy.ts";
export { valuesIn } from "./failure/values.ts";
export { rows } from "./generated/rows.ts";
export * from "./index.ts";
export { checkBaseUrl, defaultBaseUrl } from "./input/base-url.ts";
export { checkBrowser } from "./input/browser.ts";
export { checkId, type UncheckedInput } from "./input/checks.ts";
export { lowerCase } from "./input/headers.ts";
export { issue, refusal, refuse } from "./input/issue.ts";
export { checkKey, isToken } from "./input/key.ts";
export {
	checkOptions,
	defaultMaxRetries,
	defaultTimeoutMs,
	longestTimeoutMs,
} from "./input/options.ts";
export { aFunction } from "./input/rules.ts";
export { upsertInputs } from "./input/upsert.ts";
export {
	mayRetry,
	retryDelayMs,
} from "./retry/decision.ts";
export { giveTokens, retryCost, type TokenBucket, takeTokens, tokenBucket } from "./retry/token-bucket.ts";
export { answerOf, dataOf } from "./wire/answer.ts";
export { dated } from "./wire/dated.ts";
export { about, type Row, type Rules } from "./wire/operation.ts";
export {
	cursorAt,
	type Direction,
	directionOf,
	idAfter,
	idBehind,
	type Place,
	placeAfter,
	placeOf,
	queryNow,
} from "./wire/page.ts";
export { withoutEmpty } from "./wire/query.ts";
export { type Fields, isFields } from "./wire/reading.ts";
export { type MethodInput, requestOf, writeRequest } from "./wire/request.ts";
export { resultOf } from "./wire/result.ts";
export { matchPath, type Route } from "./wire/route.ts";
