import ky from "ky";

export default async (baseUrl: string, apiKey: string): Promise<number> => {
	const client = ky.create({ prefix: baseUrl, headers: { authorization: `Bearer ${apiKey}` } });
	const page = await client.get<{ data: object[] }>("v2/identities", { searchParams: { limit: 10 } }).json();
	return page.data.length;
};
