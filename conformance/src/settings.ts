/** From a scenario's settings to those that an adapter makes a client with. */
import type { ConnectionSettings } from "./adapter.ts";
import { serverKey } from "./host.ts";
import type { ClientSettings } from "./scenario.ts";

export function connectionSettings(settings: ClientSettings, serverUrl: string): ConnectionSettings {
	const { apiKey = serverKey, baseUrl = "", ...rest } = settings;
	return {
		...rest,
		baseUrl: baseUrl === "" || baseUrl.startsWith("/") ? serverUrl + baseUrl : baseUrl,
		apiKey: typeof apiKey === "string" ? apiKey : inTurn(apiKey),
	};
}

/** A function that gives these keys, then the last one for ever. */
function inTurn(keys: readonly string[]): () => Promise<string> {
	let next = 0;
	return async () => keys[Math.min(next++, keys.length - 1)] ?? "";
}

/** All keys that the client may have come to know. */
export const keysOf = ({ apiKey = [] }: ClientSettings): readonly string[] => [serverKey, ...[apiKey].flat()];
