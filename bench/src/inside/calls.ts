/** The calls that are timed one by one, each with the answer that it gets. */
import { identityText, idOfNumber, pageText } from "../answers/identities.ts";
import type { Client } from "../contender.ts";

export interface Call {
	readonly status: number;
	/** The answer's body, for those who expect a single identity bare. */
	readonly text: string;
	readonly wrapped: string;
	/** Undefined where a contender has no such call. */
	readonly of: (client: Client) => (() => Promise<unknown>) | undefined;
}

const one = identityText(7);
const list = pageText(undefined, 10, 5000);
const nobody = '{"error":"Identity not found"}';
const rejected = (call: Promise<unknown>): Promise<unknown> =>
	call.then(
		() => Promise.reject(new Error("should have failed")),
		() => undefined,
	);

const retrieve = (client: Client) => () => client.retrieve(idOfNumber(7));

export const calls = {
	list: { status: 200, text: list, wrapped: list, of: (client) => () => client.list(10) },
	one: { status: 200, text: one, wrapped: `{"identity":${one}}`, of: retrieve },
	write: {
		status: 201,
		text: one,
		wrapped: `{"identity":${one}}`,
		of: (client) => () => client.create("user_7"),
	},
	"not-found": {
		status: 404,
		text: nobody,
		wrapped: nobody,
		of: (client) => () => rejected(client.retrieve("nobody")),
	},
	refusal: {
		status: 200,
		text: one,
		wrapped: `{"identity":${one}}`,
		of: ({ refuse }) => refuse && (() => rejected(refuse())),
	},
} as const satisfies Readonly<Record<string, Call>>;

export type CallName = keyof typeof calls;
