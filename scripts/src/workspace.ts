/** The members of the workspace, and their scripts run as `pnpm` runs them, each after those that it depends on. */
import { spawn } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { load } from "js-yaml";

export interface Manifest {
	readonly name: string;
	readonly version?: string;
	readonly private?: boolean;
	readonly scripts?: Readonly<Record<string, string>>;
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly devDependencies?: Readonly<Record<string, string>>;
	readonly peerDependencies?: Readonly<Record<string, string>>;
	readonly publishConfig?: { readonly exports?: Readonly<Record<string, string | Conditions>> };
}

interface Conditions {
	readonly types: string;
	readonly default: string;
}

export interface Member {
	readonly folder: string;
	readonly manifest: Manifest;
}

export function membersOf(root: string): Member[] {
	const workspace = load(readFileSync(join(root, "pnpm-workspace.yaml"), "utf8")) as { packages: string[] };
	return workspace.packages
		.flatMap((pattern) => globSync(join(root, pattern, "package.json")))
		.sort()
		.map((path) => ({
			folder: dirname(path),
			manifest: JSON.parse(readFileSync(path, "utf8")) as Manifest,
		}));
}

export interface ScriptFailure {
	/** `client: build` */
	readonly script: string;
	readonly output: string;
}

/**
 * Runs a script of each of the members that have it, and gives the failures.
 * What depends on a member that failed is not run: it would only repeat the failure.
 */
export async function runEverywhere(
	root: string,
	script: string,
	members: readonly Member[] = membersOf(root),
): Promise<ScriptFailure[]> {
	const runs = new Map<string, Promise<ScriptFailure | undefined>>();
	const runOf = (member: Member): Promise<ScriptFailure | undefined> => {
		const known = runs.get(member.manifest.name);
		if (known) return known;
		const needed = siblingsOf(member, members).map(runOf);
		const own = Promise.all(needed).then((before) =>
			before.some((failure) => failure) ? undefined : runScript(root, member, script),
		);
		runs.set(member.manifest.name, own);
		return own;
	};
	const results = await Promise.all(members.map(runOf));
	return results.filter((failure) => failure !== undefined);
}

export const publishedMembers = (members: readonly Member[]): Member[] =>
	members.filter(({ manifest }) => manifest.private !== true);

/** What ends in a package's tarball: its sources, but not their tests and what these stand on. Paths are the member's. */
export const isShipped = (path: string): boolean =>
	path.startsWith("src/") && !/\.test\.|\.fixture\.|\/(test|fixtures)\//.test(path);

/** Members that are not published and use those that are: what shows the packages, or tries them. */
export function membersOnPackages(members: readonly Member[]): Member[] {
	const names = publishedMembers(members).map(({ manifest: { name } }) => name);
	const uses = ({ manifest }: Member): boolean =>
		names.some((name) => name in { ...manifest.dependencies, ...manifest.devDependencies });
	return members.filter((member) => member.manifest.private === true && uses(member));
}

/** What a member is built on. What it only tests with may lead back to it, and is no reason to wait. */
function siblingsOf({ manifest }: Member, members: readonly Member[]): Member[] {
	const needed = { ...manifest.dependencies, ...manifest.peerDependencies };
	return members.filter(({ manifest: { name } }) => name in needed);
}

async function runScript(root: string, member: Member, script: string): Promise<ScriptFailure | undefined> {
	const { folder, manifest } = member;
	const command = manifest.scripts?.[script];
	if (command === undefined) return undefined;
	const bins = [folder, root].map((at) => join(at, "node_modules/.bin")).filter((bin) => existsSync(bin));
	const path = [...bins, process.env["PATH"] ?? ""].join(delimiter);
	const child = spawn(command, { cwd: folder, shell: true, env: { ...process.env, PATH: path } });
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding("utf8").on("data", (text: string) => {
			output += text;
		});
	}
	const code = await new Promise<number | null>((done) => {
		child.on("error", (error) => {
			output += error.message;
			done(null);
		});
		child.on("close", done);
	});
	return code === 0 ? undefined : { script: `${manifest.name}: ${script}`, output };
}
