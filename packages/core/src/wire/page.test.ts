import { describe, expect, test } from "vitest";
import type { DecodeError } from "../failure/classes.ts";
import {
	cursorAt,
	directionOf,
	idAfter,
	idBehind,
	type Place,
	placeAfter,
	placeOf,
	queryNow,
} from "./page.ts";

/** A page of identities with these ids. */
const page = (ids: string[], has_more: boolean) => ({ data: ids.map((_id) => ({ _id })), has_more });

describe("the direction of a walk", () => {
	test("is down without a cursor, and after one", () => {
		expect([directionOf({}), directionOf({ starting_after: "a" })]).toEqual([
			"starting_after",
			"starting_after",
		]);
	});

	test("is up before a cursor", () => {
		expect(directionOf({ ending_before: "a" })).toBe("ending_before");
	});

	test("does not heed a null cursor", () => {
		expect(directionOf({ starting_after: null, ending_before: null })).toBe("starting_after");
	});
});

test("a cursor is what `list` takes to go on, and is none without an id", () => {
	expect(cursorAt("ending_before", "a")).toEqual({ ending_before: "a" });
	expect([cursorAt("starting_after", undefined), cursorAt("starting_after", null)]).toEqual([
		undefined,
		undefined,
	]);
});

describe("the next page", () => {
	test("starts after the last identity on the way down", () => {
		expect(idAfter("starting_after", page(["a", "b"], true), undefined)).toBe("b");
	});

	test("ends before the first identity on the way up", () => {
		expect(idAfter("ending_before", page(["a", "b"], true), "c")).toBe("a");
	});

	test("is none where there is no more, though the page has an end", () => {
		expect(idAfter("starting_after", page(["a"], false), undefined)).toBeUndefined();
		expect(idBehind("starting_after", page(["a"], false))).toBe("a");
	});

	test("is none behind an empty page", () => {
		expect(idBehind("ending_before", page([], true))).toBeUndefined();
	});
});

describe("a walk", () => {
	/** How many pages a list gives that goes on as `next` says, up to a thousand; where it stopped. */
	function walked(start: string | undefined, next: (id: string | undefined) => string): [number, string] {
		const direction = "starting_after";
		let place: Place | undefined = placeOf(direction, { [direction]: start });
		for (let pages = 1; pages < 1000; pages++) {
			try {
				const id: string | undefined = place?.id ?? undefined;
				place = place && placeAfter(direction, page([next(id)], true), place);
			} catch (error) {
				return [pages, (error as DecodeError)._tag];
			}
		}
		return [1000, "went on"];
	}

	const number = (id: string | undefined) => Number(id ?? 0);

	test.each([1, 2, 3, 7, 20])(
		"that goes round in a circle of %i pages ends before its third round",
		(size) => {
			const [pages, end] = walked(undefined, (id) => `${(number(id) % size) + 1}`);
			expect(end).toBe("DecodeError");
			expect(pages).toBeLessThanOrEqual(3 * size);
		},
	);

	test("that comes into a circle after some pages ends, too", () => {
		const next = (id: string | undefined) => `${number(id) < 30 ? number(id) + 1 : 25}`;
		expect(walked("5", next)[1]).toBe("DecodeError");
	});

	test("ends at an identity without an id, behind which nothing could be asked for", () => {
		expect(walked(undefined, () => "")).toEqual([1, "DecodeError"]);
	});

	test("of new pages goes on", () => {
		expect(walked(undefined, (id) => `${number(id) + 1}`)).toEqual([1000, "went on"]);
	});

	test("is over where there is no more", () => {
		const place = placeOf("ending_before", { ending_before: "c" });
		expect(place.id).toBe("c");
		expect(placeAfter("ending_before", page(["a"], false), place)).toBeUndefined();
	});
});

describe("a page is stuck", () => {
	/** The error of a page that was asked for with `from`; undefined where it is not stuck. */
	function stuck(...args: Parameters<typeof idAfter>): DecodeError | undefined {
		try {
			idAfter(...args);
			return undefined;
		} catch (error) {
			return error as DecodeError;
		}
	}

	test("where it says there is more and is empty", () => {
		expect(stuck("starting_after", page([], true), undefined)).toMatchObject({
			_tag: "DecodeError",
			operation: "list",
			body: page([], true),
			snippet: '{"data":[],"has_more":true}',
			isRetryable: false,
		});
		expect(stuck("starting_after", page([], true), "a")?._tag).toBe("DecodeError");
	});

	test.each(["starting_after", "ending_before"] as const)(
		"where it leads back to its own cursor: %s",
		(direction) => {
			expect(stuck(direction, page(["a"], true), "a")?._tag).toBe("DecodeError");
		},
	);

	test("but not where it ends the list, empty or not", () => {
		expect(stuck("starting_after", page([], false), "a")).toBeUndefined();
		expect(stuck("starting_after", page(["a"], false), "a")).toBeUndefined();
	});

	test("but not where it advances", () => {
		expect(stuck("starting_after", page(["b"], true), "a")).toBeUndefined();
		expect(stuck("ending_before", page(["b"], true), undefined)).toBeUndefined();
	});

	test("and tells no id in its message", () => {
		expect(stuck("starting_after", page(["contact_1"], true), "contact_1")?.message).not.toContain(
			"contact_1",
		);
	});
});

describe("a query as it is now", () => {
	test("does not change with the caller's object", () => {
		const given = { search: "jo", limit: 5 };
		const now = queryNow(given);
		given.search = "kim";
		expect(now).toEqual({ search: "jo", limit: 5 });
	});

	test("has what getters and prototypes say", () => {
		class Query {
			#search = "jo";
			get search() {
				return this.#search;
			}
			get limit() {
				return 2;
			}
		}
		expect(queryNow(new Query())).toEqual({ search: "jo", limit: 2 });
		expect(queryNow(Object.create({ search: "jo" }))).toEqual({ search: "jo" });
	});

	test("keeps what is to be refused", () => {
		expect(queryNow({ serach: "jo" })).toEqual({ serach: "jo" });
		const broken = {
			get search() {
				throw new Error("a bug");
			},
		};
		expect(queryNow({ filter_by: new Map() })).toEqual({ filter_by: new Map() });
		for (const query of [5, [], new Map(), broken]) expect(queryNow(query as object)).toBe(query);
	});
});
