/** Who is compared. */
import type { Contender } from "./contender.ts";

/** The one that all others are compared with: a plain `fetch` in ten lines. */
export const floor = "fetch";

export const contenders = {
	fetch: {
		title: "fetch, by hand",
		installs: [],
		open: () => import("./contenders/fetch.ts"),
	},
	"fetch-limited": {
		title: "fetch, by hand, with a time limit",
		installs: [],
		open: () => import("./contenders/fetch-limited.ts"),
	},
	client: {
		title: "@orq/identities-client",
		specifier: "@orq/identities-client",
		installs: ["@orq/identities-client"],
		open: () => import("./contenders/client.ts"),
	},
	browser: {
		title: "@orq/identities-browser",
		specifier: "@orq/identities-browser",
		installs: ["@orq/identities-browser"],
		open: () => import("./contenders/browser.ts"),
	},
	"openapi-fetch": {
		title: "openapi-fetch",
		specifier: "openapi-fetch",
		installs: ["openapi-fetch"],
		open: () => import("./contenders/openapi-fetch.ts"),
	},
	ky: {
		title: "ky",
		specifier: "ky",
		installs: ["ky"],
		open: () => import("./contenders/ky.ts"),
	},
	ofetch: {
		title: "ofetch",
		specifier: "ofetch",
		installs: ["ofetch"],
		open: () => import("./contenders/ofetch.ts"),
	},
	"hey-api": {
		title: "hey-api, generated",
		specifier: "../hey-api/index.js",
		installs: [],
		open: () => import("./contenders/hey-api.ts"),
	},
	"orq-node": {
		title: "@orq-ai/node",
		specifier: "@orq-ai/node",
		installs: ["@orq-ai/node"],
		wrapped: true,
		open: () => import("./contenders/orq-node.ts"),
	},
	effect: {
		title: "@orq/identities-effect",
		specifier: "@orq/identities-effect",
		installs: ["@orq/identities-effect", "effect"],
		open: () => import("./contenders/effect.ts"),
	},
	"effect-traced": {
		title: "@orq/identities-effect, traced",
		installs: ["@orq/identities-effect", "effect"],
		open: () => import("./contenders/effect-traced.ts"),
	},
	"effect-http": {
		title: "@orq/identities-effect/http-client",
		specifier: "@orq/identities-effect/http-client",
		installs: ["@orq/identities-effect", "effect"],
		open: () => import("./contenders/effect-http.ts"),
	},
	"effect-schema": {
		title: "Effect's HttpClient with Schema",
		installs: ["effect"],
		open: () => import("./contenders/effect-schema.ts"),
	},
} as const satisfies Readonly<Record<string, Contender>>;

export type ContenderName = keyof typeof contenders;

export const contenderNames = Object.keys(contenders) as ContenderName[];

export const contender = (name: ContenderName): Contender => contenders[name];
