/** What contenders share that hand over identities as they came: the wire's fields, and a created identity's body. */
import type { PlainIdentity } from "../contender.ts";

export interface WireIdentity {
	readonly _id: string;
	readonly external_id: string;
	readonly display_name?: string | null;
	readonly tags?: readonly string[];
	readonly metadata?: Readonly<Record<string, unknown>>;
	readonly created?: string;
}

export interface WirePage {
	readonly data: readonly WireIdentity[];
	readonly has_more: boolean;
}

export const idOf = (identity: { readonly _id: string }): string => identity._id;

export const plain = (identity: unknown): PlainIdentity => {
	const { _id, external_id, display_name, tags, metadata, created = "" } = identity as WireIdentity;
	return { _id, external_id, display_name, tags, metadata, created: Date.parse(created) };
};

export const newIdentity = (externalId: string) => ({
	external_id: externalId,
	display_name: "Jo Smith",
	tags: ["premium"],
});
