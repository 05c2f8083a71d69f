/**
 * The page: what is listed, who is picked, and the way to the proxy. The client has no key; who may do what is the
 * server's business.
 */
import {
	IdentitiesClient,
	type Identity,
	isIdentitiesError,
	type ListIdentitiesQuery,
	type UpdateIdentityRequest,
} from "@orq/identities-browser";
import { byId, element } from "./dom.ts";
import { editorOf, emptyEditor } from "./editor.ts";
import { watchFilters } from "./filters.ts";
import { compact, costOf, count, money, nameOf } from "./format.ts";
import { plotOf } from "./plot.ts";
import { rowsOf } from "./rows.ts";

const client = new IdentitiesClient({ baseUrl: "/api" });

let identities: Identity[] = [];
let picked: Identity | undefined;
let listing = new AbortController();

/** Asks for every page of what the filters say; a later question ends an earlier one. */
async function list(query: ListIdentitiesQuery): Promise<void> {
	listing.abort();
	listing = new AbortController();
	const { signal } = listing;
	const found: Identity[] = [];
	say("Loading…");
	try {
		for await (const identity of client.list(query, { signal, prefetch: true })) found.push(identity);
	} catch (error) {
		if (!signal.aborted) say(sayingOf(error));
		return;
	}
	identities = found;
	say(found.length === 1 ? "1 identity" : `${count(found.length)} identities`);
	draw();
}

async function save(identity: Identity, changes: UpdateIdentityRequest): Promise<Identity | string> {
	try {
		// Metrics come with the list only, so those that are known stay.
		const saved = { ...identity, ...(await client.update(identity._id, changes)) };
		identities = identities.map((other) => (other._id === saved._id ? saved : other));
		if (picked?._id === saved._id) picked = saved;
		draw();
		return saved;
	} catch (error) {
		return sayingOf(error);
	}
}

function sayingOf(error: unknown): string {
	if (!isIdentitiesError(error)) throw error;
	switch (error._tag) {
		case "ForbiddenError":
			return "You are not signed in. Load the page again.";
		case "ConnectionError":
		case "RequestTimeoutError":
			return "The server does not answer. Try again in a moment.";
		default:
			return error.message;
	}
}

const say = (text: string): void => byId("status", HTMLElement).replaceChildren(text);

function pick(identity: Identity): void {
	picked = identity;
	byId("editor", HTMLElement).replaceChildren(editorOf(identity, save));
	draw();
	document.querySelector(`.row[data-id="${identity._id}"]`)?.scrollIntoView({ block: "nearest" });
}

function draw(): void {
	const rows = rowsOf(identities, picked?._id, pick);
	const nobody = element("p", { class: "empty muted" }, "Nobody is like that.");
	byId("list", HTMLElement).replaceChildren(...(rows.length > 0 ? rows : [nobody]));
	byId("plot", HTMLElement).replaceChildren(
		plotOf(identities, picked?._id, { onPoint: point, onPick: pick }),
	);
	point(undefined);
	drawTotals();
}

/** Says of whom a bar is; of who is picked where none is pointed at. */
function point(identity: Identity | undefined): void {
	const meant = identity ?? identities.find(({ _id }) => _id === picked?._id);
	const { total_requests = 0 } = meant?.metrics ?? {};
	byId("readout", HTMLElement).replaceChildren(
		meant ? `${nameOf(meant)} · ${money(costOf(meant))} · ${count(total_requests)} requests` : "",
	);
}

function drawTotals(): void {
	const sum = (of: (identity: Identity) => number): number =>
		identities.reduce((total, identity) => total + of(identity), 0);
	const totals: readonly [string, string][] = [
		["Identities", count(identities.length)],
		["Cost", money(sum(costOf))],
		["Requests", compact(sum(({ metrics }) => metrics?.total_requests ?? 0))],
		["Tokens", compact(sum(({ metrics }) => metrics?.total_tokens ?? 0))],
	];
	byId("totals", HTMLElement).replaceChildren(
		...totals.map(([term, value]) => element("div", {}, element("dt", {}, term), element("dd", {}, value))),
	);
}

byId("editor", HTMLElement).replaceChildren(emptyEditor());
watchFilters((query) => void list(query));
