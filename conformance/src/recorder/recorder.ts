/**
 * Judges requests and answers by the OpenAPI document, with nothing of ours in between: what the document does
 * not describe is a violation. Pure; `recorded.ts` puts it around a server.
 */
import { isObject } from "../pattern.ts";
import { below, childrenOf, type Described, type Node, nodeAt, operationsOf } from "./document.ts";
import { fits, parameterProblems } from "./parameters.ts";
import { validatorOf } from "./schemas.ts";

export interface RequestOnWire {
	readonly method: string;
	/** Absolute, as it was sent. */
	readonly url: string;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	/** Empty where there is none. */
	readonly body: string;
}

export interface AnswerOnWire {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

export interface Recorder {
	/** What the document does not describe; empty where all is well. */
	requestProblems(request: RequestOnWire): string[];
	answerProblems(request: RequestOnWire, answer: AnswerOnWire): string[];
}

export function recorderOf(document: Node): Recorder {
	const operations = operationsOf(document);
	const validate = validatorOf(document);

	function described({ method, url }: RequestOnWire): Described | string {
		const { path } = partsOf(url);
		const there = operations.filter(({ template }) => fits(template, path));
		// A literal segment is the better match.
		const best = there.sort((one, other) => braces(one) - braces(other))[0];
		const found = there.find(
			(operation) => operation.method === method && operation.template === best?.template,
		);
		return found ?? (best === undefined ? "its path is not described" : "its method is not described there");
	}

	function bodyProblems(
		content: { node: Node; at: string },
		type: string | undefined,
		body: string,
	): string[] {
		const media = nodeAt(document, below(content.at, "content")).node;
		const essence = type?.split(";")[0]?.trim().toLowerCase() ?? "";
		if (!Object.hasOwn(media, essence)) return [`content-type ${essence || "(none)"} is not described`];
		let json: unknown;
		try {
			json = JSON.parse(body);
		} catch {
			return [`body is not JSON: ${body.slice(0, 80)}`];
		}
		const at = below(below(below(content.at, "content"), essence), "schema");
		return validate(at, json).map((problem) => `body ${problem}`);
	}

	function requestBodyProblems(operation: Described, { headers, body }: RequestOnWire): string[] {
		if (!("requestBody" in operation.node)) {
			return body === "" ? [] : ["a body is sent, and none is described"];
		}
		const content = nodeAt(document, below(operation.at, "requestBody"));
		if (body === "") return content.node["required"] === true ? ["the body is missing"] : [];
		return bodyProblems(content, headers["content-type"], body);
	}

	function securityProblems(operation: Described, headers: RequestOnWire["headers"]): string[] {
		const security = operation.node["security"] ?? document["security"];
		const isOpen = !Array.isArray(security) || security.length === 0;
		return isOpen || /^Bearer \S+$/.test(headers["authorization"] ?? "") ? [] : ["Authorization is missing"];
	}

	return {
		requestProblems: (request) => {
			const operation = described(request);
			if (typeof operation === "string") return told(request, [operation]);
			const { path, query } = partsOf(request.url);
			return told(request, [
				...securityProblems(operation, request.headers),
				...parameterProblems(document, validate, operation, path, query),
				...requestBodyProblems(operation, request),
			]);
		},
		answerProblems: (request, { status, headers, body }) => {
			const operation = described(request);
			if (typeof operation === "string") return []; // told of the request already
			const responses = childrenOf(document, operation, "responses");
			const keys = [String(status), `${Math.floor(status / 100)}XX`, "default"];
			const content = keys.map((key) => responses.find((response) => response.key === key)).find(Boolean);
			const at = { ...request, method: `${status} to ${request.method}` };
			if (content === undefined) return told(at, ["the status is not described"]);
			if (!isObject(content.node["content"])) {
				return told(at, body === "" ? [] : ["it has a body, and none is described"]);
			}
			return told(at, bodyProblems(content, headers["content-type"], body));
		},
	};
}

const braces = ({ template }: Described): number => template.split("{").length;

const told = ({ method, url }: RequestOnWire, problems: readonly string[]): string[] =>
	problems.map((problem) => `not as the document says: ${method} ${url}: ${problem}`);

/** As text: a URL parser would fold `..` away, and hide what was sent. */
function partsOf(url: string): { readonly path: string; readonly query: URLSearchParams } {
	const [, path = "", query = ""] = /^https?:\/\/[^/?#]*([^?#]*)\??(.*)$/.exec(url) ?? [];
	return { path, query: new URLSearchParams(query) };
}
