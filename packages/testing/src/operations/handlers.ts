/**
 * What each operation does to the identities, and what it answers.
 * An operation without a handler here (a later document may add one) is answered with 501.
 */
import type { Operation } from "@orq/identities-core";
import type { Fields } from "@orq/identities-core/internal";
import { type Answer, jsonAnswer, refusal, textAnswer } from "../exchange/answer.ts";
import type { Population } from "../state/population.ts";
import type { StoredIdentity } from "../state/store.ts";
import type { View } from "./view.ts";

/** A request that has passed all checks of form. */
export interface Call {
	readonly operation: Operation;
	/** The identity's id in the path, decoded; empty where the path has none. */
	readonly id: string;
	readonly query: Fields;
	readonly body: Fields;
}

/** What handlers work on. */
export interface Workspace {
	readonly population: Population;
	readonly view: View;
	readonly shape: "flat" | "wrapped" | undefined;
	readonly conflictStatus: number;
}

export type Handler = (call: Call, workspace: Workspace) => Answer;

const workspaceId = "3f0b2c5e-7d1a-4e86-9b64-5a2c8f1d0e73";
const defaultLimit = 10;

const list: Handler = ({ operation, query }, { population, view }) => {
	const { limit = defaultLimit, starting_after, ending_before, search, filter_by = [] } = query as ListQuery;
	if (starting_after !== undefined && ending_before !== undefined) {
		return refusal(400, "ending_before: can't go with starting_after; send one cursor.");
	}
	const words = search?.toLowerCase();
	const page = population.store.page({
		limit: Math.floor(limit),
		startingAfter: starting_after,
		endingBefore: ending_before,
		matches: (identity) => carries(identity, filter_by) && (words === undefined || mentions(identity, words)),
	});
	const data = page.identities.map((identity) => view(identity, query));
	return jsonAnswer(operation.success, { object: "list", data, has_more: page.hasMore });
};

/** What `readQuery` makes of the row of `list`. */
interface ListQuery {
	readonly limit?: number;
	readonly starting_after?: string;
	readonly ending_before?: string;
	readonly search?: string;
	readonly filter_by?: readonly string[];
}

/** Whether an identity carries every tag. */
const carries = ({ tags }: StoredIdentity, asked: readonly string[]): boolean =>
	asked.every((tag) => Array.isArray(tags) && tags.includes(tag));

const mentions = ({ display_name, email }: StoredIdentity, words: string): boolean =>
	[display_name, email].some((text) => typeof text === "string" && text.toLowerCase().includes(words));

const create: Handler = (call, workspace) => {
	const { external_id } = call.body;
	if (typeof external_id !== "string") return refusal(400, "external_id: is required.");
	const { population, conflictStatus } = workspace;
	if (population.store.hasExternalId(external_id)) return taken(external_id, conflictStatus);
	const identity = population.register({ ...call.body, external_id });
	return one(call, workspace, { ...identity, workspace_id: workspaceId });
};

const retrieve: Handler = (call, workspace) => {
	const identity = workspace.population.store.find(call.id);
	return identity ? one(call, workspace, identity) : refusal(404, nobody(call));
};

const update: Handler = (call, workspace) => {
	const { population, conflictStatus } = workspace;
	const identity = population.store.find(call.id);
	// The API says `message` here, where retrieve and delete say `error`.
	if (identity === undefined) return jsonAnswer(404, { message: nobody(call) });
	const { external_id = identity.external_id } = call.body; // a document may let it change
	if (typeof external_id !== "string") return refusal(400, "external_id: must be a string.");
	if (external_id !== identity.external_id && population.store.hasExternalId(external_id)) {
		return taken(external_id, conflictStatus);
	}
	return one(call, workspace, population.change(identity, { ...call.body, external_id }));
};

const remove: Handler = (call, { population }) => {
	const identity = population.store.find(call.id);
	if (identity === undefined) return refusal(404, nobody(call));
	population.store.remove(identity);
	const { success } = call.operation;
	return success === 204 ? textAnswer(success, "", {}) : jsonAnswer(success, {});
};

const taken = (externalId: string, status: number): Answer =>
	refusal(status, `external_id: ${JSON.stringify(externalId)} is already taken.`);

const nobody = ({ id }: Call): string => `No identity has the id ${JSON.stringify(id)}.`;

function one({ operation, query }: Call, { shape, view }: Workspace, identity: StoredIdentity): Answer {
	const wrapped = shape === undefined ? operation.envelope : shape === "wrapped";
	const shown = view(identity, query);
	return jsonAnswer(operation.success, wrapped ? { identity: shown } : shown);
}

/** By the name of the operation in the table. */
export const handlers: Readonly<Record<string, Handler>> = { list, create, retrieve, update, delete: remove };
