import { expect, it, vi } from "vitest";
import { IdentitiesClient } from "./client.ts";

it("a list whose cursors go round in a circle ends with a clear error", async () => {
	let pages = 0;
	const fetch = async () => {
		const data = [{ _id: ["a", "b", "c"][pages++ % 3] }];
		return Response.json({ data, has_more: true });
	};
	const walked = async () => {
		for await (const _ of new IdentitiesClient({ apiKey: "test", fetch }).list());
	};
	await expect(walked()).rejects.toMatchObject({
		_tag: "DecodeError",
		message: expect.stringContaining("does not advance"),
	});
	expect(pages).toBeLessThan(20);
});

it("an upsert that creates tells `onError` of no failure, and one that fails tells of it once", async () => {
	let creates = 201;
	const fetch = async (_: unknown, init?: RequestInit) =>
		init?.method === "POST"
			? Response.json({ _id: "contact_1" }, { status: creates })
			: Response.json({}, { status: 404 });
	const onError = vi.fn();
	const client = new IdentitiesClient({ apiKey: "test", fetch, hooks: { onError }, maxRetries: 0 });
	await client.upsert("jo", {});
	expect(onError).not.toHaveBeenCalled();
	creates = 403;
	await client.upsert("jo", {}).catch(() => {});
	expect(onError).toHaveBeenCalledTimes(1);
	expect(onError.mock.calls[0]?.[0]).toMatchObject({
		operation: "create",
		error: { _tag: "ForbiddenError" },
	});
});

it.each<[answers: number[], told: unknown[]]>([
	[[404, 409, 200], []],
	[[404, 500, 404, 201], []],
	[[404, 409, 404], [409]],
	[[404, 500, 404, 500], [500]],
	[[404, 409, 500], [500]],
	[[404, 500, 404, 409], [409]],
	[[500], [500]],
])("an upsert that is answered with %j tells `onError` of %j", async (answers, told) => {
	const left = [...answers];
	const fetch = async () => Response.json({ _id: "contact_1" }, { status: left.shift() ?? 0 });
	const onError = vi.fn();
	const client = new IdentitiesClient({ apiKey: "test", fetch, hooks: { onError }, maxRetries: 0 });
	const result = await client.upsert("jo", {}).result();
	expect(onError.mock.calls.map(([{ error }]) => error.status)).toEqual(told);
	for (const [{ error, ...info }] of onError.mock.calls) {
		expect(error).toBe(!result.ok && result.error);
		expect(error).toMatchObject({ operation: info.operation, method: info.method, attempts: answers.length });
		expect(error.outcome).toBe(answers.includes(500) ? "unknown" : "rejected");
	}
	expect([result.ok, left]).toEqual([told.length === 0, []]);
});
