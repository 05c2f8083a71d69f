/** The matrix has a mark in every cell, and tells a failure in its row alone. */
import { expect, test } from "vitest";
import { clientAdapter } from "../adapters/client.ts";
import type { Scenario } from "../scenario.ts";
import { failures, matrix } from "./matrix.ts";
import { type Outcome, rowsOf } from "./outcome.ts";
import { page, rowsOfPage } from "./page.ts";

const scenario = (name: string, about: Scenario["about"] = []): Scenario => ({ name, about, arrive: [] });
const themes = {
	life: [scenario("it begins"), scenario("it ends")],
	keys: [scenario("it has a key", ["key"])],
};
const keyed = { name: "keyed", features: clientAdapter.features };
const keyless = { name: "keyless", features: [] };
const clients = [keyed, keyless];
const runtimes = ["Node", "Chromium"];

const all: Outcome[] = runtimes.flatMap((runtime) => [
	...["it begins", "it ends", "it has a key"].map((scenario) => ({
		runtime,
		client: "keyed",
		scenario,
		problems: [],
	})),
	...["it begins", "it ends"].map((scenario) => ({ runtime, client: "keyless", scenario, problems: [] })),
]);

const shown = (outcomes: readonly Outcome[], colors = false) =>
	matrix(rowsOf(themes, runtimes, clients, outcomes), runtimes, { colors }).split("\n");

test("has a mark for each client in every cell", () => {
	expect(shown(all)).toEqual([
		"Node Chromium ",
		"",
		"life",
		"✓✓   ✓✓       it begins",
		"✓✓   ✓✓       it ends",
		"",
		"keys",
		"✓·   ✓·       it has a key",
	]);
	expect(failures(rowsOf(themes, runtimes, clients, all))).toBe("");
});

test("a scenario that is broken everywhere has exactly its row red, and is explained once", () => {
	const broken = all.map((outcome) =>
		outcome.scenario === "it ends" ? { ...outcome, problems: ["value: 2 expected, 1 seen"] } : outcome,
	);
	const changed = shown(broken, true).filter((line, index) => line !== shown(all)[index]);
	expect(changed).toEqual(["\u001b[31m✗✗   ✗✗       it ends\u001b[0m"]);
	expect(failures(rowsOf(themes, runtimes, clients, broken)).split("\n")).toEqual([
		"✗ life: it ends",
		"    everywhere",
		"      value: 2 expected, 1 seen",
	]);
});

test("what nobody reported has failed", () => {
	const rows = rowsOf(themes, runtimes, clients, all.slice(1));
	expect(matrix(rows, runtimes, { colors: false })).toContain("✗✓   ✓✓       it begins");
	expect(failures(rows)).toContain("    Node with keyed\n      no result");
});

test("the page of the documentation differs in nothing but versions from run to run", () => {
	const capabilities = { tellsRefused: true, showsRedirectStatus: false };
	const written = (version: string) =>
		page(
			rowsOf(themes, runtimes, clients, all),
			runtimes.map((name) => ({ name, version, capabilities })),
			clients,
		);
	expect(written("1.0.0")).toContain("| Node | 1.0.0 |  | yes | no |");
	expect(written("1.0.0")).toContain("| it has a key | ✓· | ✓· |");
	expect(rowsOfPage(written("1.0.0"))).toBe(rowsOfPage(written("2.0.0")));
});
