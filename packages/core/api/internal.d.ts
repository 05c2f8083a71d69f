/**
 * The door for the SDK's own packages: outside semver, so siblings depend on the exact version. When built it is the
 * whole package in one file, of which the main entry shows what is public.
 */
export { isGone, mayBeThere } from "./failure/afterwards.js";
export { errorOfAnswer, errorOfConnection, errorOfTimeout, plainHeaders, requestIdOf, } from "./failure/classify.js";
export { saidBy } from "./failure/message.js";
export { isTransient, worseOutcome } from "./failure/taxonomy.js";
export { valuesIn } from "./failure/values.js";
export { rows } from "./generated/rows.js";
export * from "./index.js";
export { checkBaseUrl, defaultBaseUrl } from "./input/base-url.js";
export { checkBrowser } from "./input/browser.js";
export { checkId, type UncheckedInput } from "./input/checks.js";
export { lowerCase } from "./input/headers.js";
export { issue, refusal, refuse } from "./input/issue.js";
export { checkKey, isToken } from "./input/key.js";
export { checkOptions, defaultMaxRetries, defaultTimeoutMs, longestTimeoutMs, } from "./input/options.js";
export { aFunction } from "./input/rules.js";
export { upsertInputs } from "./input/upsert.js";
export { mayRetry, retryDelayMs, } from "./retry/decision.js";
export { giveTokens, retryCost, type TokenBucket, takeTokens, tokenBucket } from "./retry/token-bucket.js";
export { answerOf, dataOf } from "./wire/answer.js";
export { dated } from "./wire/dated.js";
export { about, type Row, type Rules } from "./wire/operation.js";
export { cursorAt, type Direction, directionOf, idAfter, idBehind, type Place, placeAfter, placeOf, queryNow, } from "./wire/page.js";
export { withoutEmpty } from "./wire/query.js";
export { type Fields, isFields } from "./wire/reading.js";
export { type MethodInput, requestOf, writeRequest } from "./wire/request.js";
export { resultOf } from "./wire/result.js";
export { matchPath, type Route } from "./wire/route.js";
