/** How operations are told apart: by method and path, whatever the path's parameters are called. */

export const collection = "/v2/identities";

/** `get /v2/identities/{}` */
export const operationKey = (method: string, path: string): string =>
	`${method.toLowerCase()} ${path.replace(/\{[^}]*\}/g, "{}")}`;

/** The names of a path's parameters, in order. */
export const pathParameters = (path: string): string[] =>
	[...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
