/**
 * Makes a document of the size and the shape of a publisher's whole one: our slice among a hundred other paths with
 * deep inline schemas, long descriptions, enums, unions and references, all made up; the same each time.
 * `node src/document.ts` prints it: 3 MB of YAML.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CORE_SCHEMA, dump, load } from "js-yaml";
import { root } from "./places.ts";

type Json = { [key: string]: unknown };

interface Random {
	/** A whole number below `below`. */
	readonly number: (below: number) => number;
	readonly chance: (share: number) => boolean;
}

/** A linear congruential generator: repeatable, and good enough for noise. */
function randomFrom(seed: number): Random {
	let state = seed;
	const next = (): number => {
		state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
		return state / 4_294_967_296;
	};
	return { number: (below) => Math.floor(next() * below), chance: (share) => next() < share };
}

const words = (
	"agent answer batch budget cache call cost dataset deployment document embedding event fallback filter group " +
	"history identity input key knowledge label limit list memory message model name output page plan policy prompt " +
	"provider query region request result retry role route score session setting source stage status step stream " +
	"tag team template threshold token tool trace usage user value variant version webhook workspace"
).split(" ");

const word = (random: Random): string => words[random.number(words.length)] ?? "value";

const sentence = (random: Random, length: number): string => {
	const text = Array.from({ length }, () => word(random)).join(" ");
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

/** 60 schemas that others refer to. */
const componentNames = Array.from({ length: 60 }, (_, index) => `Shared${index}`);

function scalar(random: Random): Json {
	const described = { description: sentence(random, 6 + random.number(20)) };
	const kind = random.number(6);
	if (kind === 0) return { type: "boolean", default: random.chance(0.5), ...described };
	if (kind === 1) return { type: "number", minimum: 0, maximum: random.number(1000), ...described };
	if (kind === 2) return { type: "integer", format: "int32", default: random.number(100), ...described };
	if (kind === 3) {
		const values = Array.from({ length: 2 + random.number(8) }, (_, index) => `${word(random)}_${index}`);
		return { type: "string", enum: values, title: word(random), ...described };
	}
	if (kind === 4) return { type: ["string", "null"], format: "date-time", readOnly: true, ...described };
	return { type: "string", minLength: 1, maxLength: 255, example: sentence(random, 3), ...described };
}

function schema(random: Random, depth: number): Json {
	if (depth === 0 || random.chance(0.6)) return scalar(random);
	const kind = random.number(10);
	if (kind < 3) return { type: "array", items: schema(random, depth - 1), description: sentence(random, 8) };
	if (kind < 5)
		return { $ref: `#/components/schemas/${componentNames[random.number(componentNames.length)]}` };
	if (kind < 6) return { oneOf: [object(random, depth - 1), object(random, depth - 1)] };
	if (kind < 7) return { anyOf: [scalar(random), { type: "null" }], description: sentence(random, 6) };
	return object(random, depth - 1);
}

function object(random: Random, depth: number): Json {
	const names = [
		...new Set(Array.from({ length: 3 + random.number(4) }, () => `${word(random)}_${word(random)}`)),
	];
	const properties = Object.fromEntries(names.map((name) => [name, schema(random, depth)]));
	return {
		type: "object",
		title: word(random),
		properties,
		required: names.slice(0, 2),
		description: sentence(random, 15),
	};
}

function operation(random: Random, id: string, hasBody: boolean, parameter: string | undefined): Json {
	const deep = () => (random.chance(0.15) ? 4 : 2);
	const json = (depth: number) => ({ content: { "application/json": { schema: object(random, depth) } } });
	const path = parameter && { name: parameter, in: "path", required: true, schema: { type: "string" } };
	const query = Array.from({ length: random.number(4) }, (_, index) => ({
		name: `${word(random)}_${index}`,
		in: "query",
		required: false,
		schema: scalar(random),
	}));
	return {
		operationId: id,
		summary: sentence(random, 4),
		description: sentence(random, 20 + random.number(40)),
		tags: [word(random)],
		security: [{ ApiKey: [] }],
		parameters: [...(path ? [path] : []), ...query],
		...(hasBody && { requestBody: { required: true, ...json(deep()) } }),
		responses: {
			"200": { description: sentence(random, 4), ...json(deep()) },
			"404": { description: sentence(random, 4), ...json(1) },
		},
	};
}

/** Of 109 paths: every second one is of a single resource. */
function otherPaths(random: Random): Record<string, Json> {
	const paths: Record<string, Json> = {};
	for (let index = 0; index < 109; index++) {
		const single = index % 2 === 1;
		const name = `/v2/${word(random)}-${index - (single ? 1 : 0)}`;
		const methods = single
			? ["get", random.chance(0.5) ? "patch" : "delete"]
			: ["get", "post"].slice(random.number(2));
		paths[single ? `${name}/{id}` : name] = Object.fromEntries(
			methods.map((method) => {
				const hasBody = method === "post" || method === "patch";
				return [method, operation(random, `${method}_${index}`, hasBody, single ? "id" : undefined)];
			}),
		);
	}
	return paths;
}

/** A parameter that is new on every operation with a query, so that an update has something to say. */
const news = {
	name: "created_after",
	in: "query",
	description: "Only later ones.",
	schema: { type: "string" },
};

function withNews(paths: Json): Json {
	return JSON.parse(JSON.stringify(paths), (key, value: unknown) =>
		key === "parameters" && Array.isArray(value) && value.some((one: Json) => one["in"] === "query")
			? [...value, news]
			: value,
	) as Json;
}

/** `slice` is a document of ours, which stands changed a little in the midst of the others. */
export function wholeDocument(slice: Json, seed = 1): Json {
	const random = randomFrom(seed);
	const others = Object.entries(otherPaths(random));
	const { paths, components, ...head } = slice as { paths: Json; components: { schemas?: Json } & Json };
	const shared = Object.fromEntries(componentNames.map((name) => [name, object(random, 2)]));
	return {
		...head,
		info: { title: "A whole platform", version: "2.0", description: sentence(random, 30) },
		components: { ...components, schemas: { ...shared, ...components.schemas } },
		paths: Object.fromEntries([
			...others.slice(0, 50),
			...Object.entries(withNews(paths)),
			...others.slice(50),
		]),
		tags: words.map((name) => ({ name, description: sentence(random, 12) })),
	};
}

/** The whole document around `openapi/upstream.yaml`, as YAML. */
export function wholeText(): string {
	const slice = load(readFileSync(join(root, "openapi/upstream.yaml"), "utf8"), { schema: CORE_SCHEMA });
	return dump(wholeDocument(slice as Json), { lineWidth: 110, noRefs: true });
}

if (import.meta.main) process.stdout.write(wholeText());
