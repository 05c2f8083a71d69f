/** A layer's options, checked, and what its calls share. */
import type { InputIssue, InvalidInputError } from "@orq/identities-core";
import {
	checkBaseUrl,
	checkBrowser,
	checkKey,
	defaultBaseUrl,
	issue,
	lowerCase,
	refusal,
	type TokenBucket,
	tokenBucket,
} from "@orq/identities-core/internal";
import * as Effect from "effect/Effect";
import * as Redacted from "effect/Redacted";
import { fetchTransport } from "./fetch-transport.ts";
import { checkLimits, defaultLimits, type Limits, limitsOf } from "./limits.ts";
import type { ApiKey, IdentitiesOptions } from "./options.ts";
import { Transport } from "./transport.ts";

export interface Settings {
	/** Without a trailing slash. */
	readonly baseUrl: string;
	readonly apiKey: ApiKey;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	readonly limits: Limits;
	readonly propagateTrace: boolean;
	readonly transport: Transport;
	readonly bucket: TokenBucket;
}

/** Fails with one error that names every value that is wrong. What is of another type altogether is a defect. */
export const settingsOf = (given: IdentitiesOptions): Effect.Effect<Settings, InvalidInputError> =>
	Effect.flatMap(Transport, (transport) => {
		const options = given ?? {}; // Plain JavaScript may have none.
		const { apiKey, fetch } = options;
		const base = checkBaseUrl(options.baseUrl ?? defaultBaseUrl, options.allowInsecureHttp);
		const issues = [
			...checkBrowser(options.dangerouslyAllowBrowser),
			...checkApiKey(apiKey),
			...base.issues,
			...checkLimits(options),
		];
		if (issues.length > 0) return Effect.fail(refusal(issues));
		return Effect.succeed({
			baseUrl: base.url ?? "", // refused
			apiKey,
			headers: lowerCase(options.headers),
			limits: limitsOf(options, defaultLimits()),
			propagateTrace: options.propagateTrace === true,
			transport: fetch ? fetchTransport(fetch) : transport,
			bucket: tokenBucket(),
		});
	});

/** A key that an Effect gives is checked when it comes. */
function checkApiKey(apiKey: unknown): readonly InputIssue[] {
	if (Redacted.isRedacted(apiKey)) return checkKey(Redacted.value(apiKey));
	if (Effect.isEffect(apiKey)) return [];
	const fix = "Give `Redacted.make(key)`, or use `layerConfig`, which reads ORQ_API_KEY.";
	return [issue("apiKey", "a Redacted, or an Effect that gives one", apiKey, fix)];
}
