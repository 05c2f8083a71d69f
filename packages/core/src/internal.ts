/**
 * The door for the SDK's own packages: outside semver, so siblings depend on the exact version.
 * Everything that is public is on the main entry.
 */
export { isGone, mayBeThere } from "./failure/afterwards.ts";
export {
	errorOfConnection,
	errorOfDecoding,
	errorOfStatus,
	errorOfTimeout,
	plainHeaders,
	requestIdOf,
} from "./failure/classify.ts";
export { saidBy, textsIn } from "./failure/message.ts";
export { worseOutcome } from "./failure/taxonomy.ts";
export { valuesIn } from "./failure/values.ts";
export { rows } from "./generated/rows.ts";
export { checkBaseUrl, defaultBaseUrl } from "./input/base-url.ts";
export { checkBrowser } from "./input/browser.ts";
export type { UncheckedInput } from "./input/checks.ts";
export { lowerCase } from "./input/headers.ts";
export { checkId } from "./input/id.ts";
export { issue, numberIssue, refusal, refuse } from "./input/issue.ts";
export { checkKey } from "./input/key.ts";
export {
	checkOptions,
	defaultMaxRetries,
	defaultTimeoutMs,
	isHeaderText,
	longestTimeoutMs,
} from "./input/options.ts";
export { refusalOfUpsert } from "./input/upsert.ts";
export {
	decideRetry,
	longestRetryAfterMs,
	mayRetry,
	type RetryContext,
	type RetryDecision,
} from "./retry/decision.ts";
export { giveTokens, retryCost, type TokenBucket, takeTokens, tokenBucket } from "./retry/token-bucket.ts";
export { answerOf, dataOf } from "./wire/answer.ts";
export { dated } from "./wire/dated.ts";
export { about, type Row } from "./wire/operation.ts";
export {
	cursorAt,
	cursorOf,
	type Direction,
	directionOf,
	idAfter,
	idBehind,
	nextCursor,
} from "./wire/page.ts";
export { type Fields, isFields, type ReadDate } from "./wire/reading.ts";
export { requestOf, writeRequest } from "./wire/request.ts";
export { matchPath, type Route } from "./wire/route.ts";
