/** Who may call, in normal form: schemes named by what they are, and said once where all operations agree. */
import { isObject, type Json, type JsonObject, sameJson } from "../document/json.ts";
import { camelCase } from "../document/name-case.ts";
import type { OperationObject, PathItem, Security, SecurityScheme } from "../document/openapi.ts";
import { DocumentProblem } from "../document/problem.ts";

const kept = ["type", "scheme", "name", "in", "flows", "openIdConnectUrl"];

export class SecuritySchemes {
	/** The schemes that operations of the slice ask for. */
	readonly used: Record<string, SecurityScheme> = {};
	readonly #published: JsonObject;

	constructor({ components }: JsonObject) {
		const schemes = isObject(components) ? components["securitySchemes"] : undefined;
		this.#published = isObject(schemes) ? schemes : {};
	}

	/** A security requirement with our names for the schemes. */
	normal(security: readonly Json[], place: string): Security {
		return security.map((alternative) =>
			Object.fromEntries(
				Object.entries(isObject(alternative) ? alternative : {}).map(([name, scopes]) => [
					this.#use(name, place),
					(Array.isArray(scopes) ? scopes : []).map(String),
				]),
			),
		);
	}

	#use(name: string, place: string): string {
		const scheme = this.#published[name];
		if (!isObject(scheme) || typeof scheme["type"] !== "string") {
			const cure = "The publisher has to describe it under components/securitySchemes.";
			throw new DocumentProblem(`${place}/security`, `asks for ${name}, which is described nowhere`, cure);
		}
		const { type, scheme: how } = scheme;
		const ours = `${camelCase(typeof how === "string" ? how : type)}Auth`;
		const facts = kept.flatMap((key) => (scheme[key] === undefined ? [] : [[key, scheme[key]] as const]));
		this.used[ours] = {
			...Object.fromEntries(facts),
			type,
			...(typeof how === "string" && { scheme: how.toLowerCase() }),
		};
		return ours;
	}
}

/** Takes security out of the operations where all of them say the same. */
export function shareSecurity(paths: Readonly<Record<string, PathItem>>): {
	paths: Readonly<Record<string, PathItem>>;
	security?: Security;
} {
	const [first, ...others] = Object.values(paths).flatMap((item) => Object.values(item));
	const shared = first?.security;
	const same = ({ security }: OperationObject): boolean =>
		sameJson((security ?? null) as Json, (shared ?? null) as Json);
	if (!shared || !others.every(same)) return { paths };
	const bare = (item: PathItem): PathItem =>
		Object.fromEntries(
			Object.entries(item).map(([method, { security: _, ...operation }]) => [method, operation]),
		);
	return {
		paths: Object.fromEntries(Object.entries(paths).map(([path, item]) => [path, bare(item)])),
		security: shared,
	};
}
