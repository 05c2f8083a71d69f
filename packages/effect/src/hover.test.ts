/** What an editor shows where somebody hovers over a method: readable, and with the method's words. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "@effect/vitest";

const folder = dirname(fileURLToPath(import.meta.url));

/** What is used of TypeScript 5's API; TypeScript 7 has none. */
interface TypeScript {
	readonly sys: { readFile(path: string): string | undefined };
	readonly ScriptSnapshot: { fromString(text: string): unknown };
	createLanguageService(host: object): {
		getQuickInfoAtPosition(file: string, position: number): QuickInfo | undefined;
	};
	getDefaultLibFilePath(options: object): string;
	readConfigFile(path: string, read: (path: string) => string | undefined): { config: object };
	parseJsonConfigFileContent(config: object, host: object, folder: string): { options: object };
}
interface QuickInfo {
	readonly displayParts?: readonly { readonly text: string }[];
	readonly documentation?: readonly { readonly text: string }[];
}

const ts: TypeScript = createRequire(join(folder, "../../../scripts/package.json"))("typescript");

const program = `
import { Identities, layerConfig } from "./index.ts";
import * as Effect from "effect/Effect";
declare const identities: Identities["Service"];
identities.list;
identities.retrieve;
identities.delete;
identities.upsert;
identities.stream;
Identities.layer;
layerConfig;
export const program = Effect.gen(function* () {
	const service = yield* Identities;
	return yield* service.retrieve("jo");
});
`;

function hovers(): (name: string) => string {
	const file = join(folder, "hovered.ts");
	const { sys } = ts;
	const config = ts.readConfigFile(join(folder, "../tsconfig.json"), sys.readFile).config;
	const { options } = ts.parseJsonConfigFileContent(config, sys, join(folder, ".."));
	const textOf = (path: string) => (path === file ? program : sys.readFile(path));
	const service = ts.createLanguageService({
		...sys,
		useCaseSensitiveFileNames: () => true,
		getCompilationSettings: () => ({ ...options, noErrorTruncation: true }),
		getScriptFileNames: () => [file],
		getScriptVersion: () => "1",
		getScriptSnapshot: (path: string) => {
			const text = textOf(path);
			return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
		},
		getCurrentDirectory: () => folder,
		getDefaultLibFileName: ts.getDefaultLibFilePath,
		readFile: textOf,
	});
	return (name) => {
		const info = service.getQuickInfoAtPosition(file, program.indexOf(name) + name.lastIndexOf(".") + 1);
		const text = (parts: QuickInfo["displayParts"]) => (parts ?? []).map((part) => part.text).join("");
		// A module's name shows where the hovered file imports it.
		const shown = text(info?.displayParts).replaceAll(/\b(Effect|Layer|Stream|Config)\.(?=\1)/g, "");
		return `${shown}\n${text(info?.documentation)}`.replaceAll(/\s+/g, " ");
	};
}

it("a method shows its parameters, its answer and its failure by name", { timeout: 60_000 }, () => {
	const hover = hovers();
	// An update may add a query to the options.
	expect(hover("identities.retrieve")).toMatch(
		/retrieve: \(id: string, options\?: RequestOptions.*\) => Effect<RetrieveIdentityResponse, RetrieveIdentityError>/,
	);
	expect(hover("identities.retrieve")).toContain(
		"Fails with `IdentityNotFoundError` where no identity has this id, or with what every operation can fail with",
	);
	expect(hover("identities.list")).toContain(
		"list: (query?: ListIdentitiesQuery, options?: RequestOptions) => Effect<ListIdentitiesResponse, ListIdentitiesError>",
	);
	expect(hover("identities.delete")).toContain(
		"delete: (id: string, options?: RequestOptions) => Effect<void, DeleteIdentityError>",
	);
	expect(hover("identities.upsert")).toContain("=> Effect<UpsertIdentityResponse, UpsertIdentityError>");
	expect(hover("identities.stream")).toContain("=> Stream<Identity, ListIdentitiesError>");
	expect(hover("Identities.layer")).toContain(
		"layer(options: IdentitiesOptions): Layer<Identities, InvalidInputError>",
	);
	expect(hover("layerConfig;")).toContain("Layer<Identities, InvalidInputError | ConfigError>");
	// Where a document answers with an identity as lists have it, the one name stands for the other.
	expect(hover("program = ")).toMatch(
		/const program: Effect<(RetrieveIdentityResponse|Identity), RetrieveIdentityError, Identities>/,
	);
});
