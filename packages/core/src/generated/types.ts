// Generated from openapi/identities.yaml by `pnpm generate`. Do not edit.

/** An end user of your product, registered so that usage and cost can be tracked per user. */
export interface Identity {
	/** The identity's own id. */
	_id: string;
	external_id: string;
	display_name?: string | null;
	email?: string | null;
	avatar_url?: string | null;
	tags?: string[];
	metadata?: { [key: string]: unknown };
	readonly created?: string;
	readonly updated?: string;
	metrics?: IdentityMetrics | null;
}
export interface IdentityMetrics {
	total_cost: number;
	total_tokens: number;
	total_requests: number;
	error_rate: number;
}
export interface ListIdentitiesQuery {
	limit?: number | undefined;
	starting_after?: string | undefined;
	ending_before?: string | undefined;
	search?: string | undefined;
	filter_by?: { readonly tags?: readonly string[] | undefined } | undefined;
	include_metrics?: boolean | null | undefined;
}
export interface ListIdentitiesResponse {
	object: "list" | (string & {});
	data: Identity[];
	has_more: boolean;
}
export interface CreateIdentityRequest {
	external_id: string;
	display_name?: string | null | undefined;
	email?: string | null | undefined;
	avatar_url?: string | null | undefined;
	tags?: readonly string[] | undefined;
	metadata?: { [key: string]: unknown } | undefined;
}
export interface CreateIdentityResponse {
	_id: string;
	external_id: string;
	workspace_id?: string;
	display_name?: string | null;
	email?: string | null;
	avatar_url?: string | null;
	tags?: string[];
	metadata?: { [key: string]: unknown };
	readonly created?: string;
	readonly updated?: string;
}
export interface RetrieveIdentityResponse {
	_id: string;
	external_id: string;
	display_name?: string | null;
	email?: string | null;
	avatar_url?: string | null;
	tags?: string[];
	metadata?: { [key: string]: unknown };
	readonly created?: string;
	readonly updated?: string;
}
export interface UpdateIdentityRequest {
	display_name?: string | null | undefined;
	email?: string | null | undefined;
	avatar_url?: string | null | undefined;
	tags?: readonly string[] | undefined;
	metadata?: { [key: string]: unknown } | undefined;
}
/** The same shape as {@link RetrieveIdentityResponse}. */
export type UpdateIdentityResponse = RetrieveIdentityResponse;

/** What each operation takes, as `buildRequest` takes it. */
export interface OperationInputs {
	list: { readonly query?: ListIdentitiesQuery | undefined };
	create: { readonly body: CreateIdentityRequest };
	retrieve: { readonly path: { readonly id: string } };
	update: { readonly path: { readonly id: string }; readonly body: UpdateIdentityRequest };
	delete: { readonly path: { readonly id: string } };
}

/** What each operation answers. */
export interface OperationAnswers {
	list: ListIdentitiesResponse;
	create: CreateIdentityResponse;
	retrieve: RetrieveIdentityResponse;
	update: UpdateIdentityResponse;
	delete: void;
}
