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
export { saidBy, withoutValues } from "./failure/message.ts";
export { valuesIn, withoutSecret } from "./failure/secret.ts";
export { worseOutcome } from "./failure/taxonomy.ts";
export { type CheckedUrl, checkBaseUrl, defaultBaseUrl } from "./input/base-url.ts";
export { checkBrowser } from "./input/browser.ts";
export { checkInput, type UncheckedInput } from "./input/checks.ts";
export { lowerCase } from "./input/headers.ts";
export { checkId } from "./input/id.ts";
export { issue, numberIssue, refusal } from "./input/issue.ts";
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
export { answerOf } from "./wire/answer.ts";
export {
	cursorAt,
	cursorBehind,
	cursorOf,
	type Direction,
	directionOf,
	errorOfStuckPage,
	nextCursor,
} from "./wire/page.ts";
export { fillPath } from "./wire/path.ts";
export { wireQuery } from "./wire/query.ts";
export { type Fields, isFields, type ReadDate } from "./wire/reading.ts";
export { requestOf } from "./wire/request.ts";
export { matchPath, type Route } from "./wire/route.ts";
