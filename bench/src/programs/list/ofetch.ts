import { ofetch } from "ofetch";

export default async (baseUrl: string, apiKey: string): Promise<number> => {
	const client = ofetch.create({ baseURL: baseUrl, headers: { authorization: `Bearer ${apiKey}` } });
	const page = await client<{ data: object[] }>("/v2/identities", { query: { limit: 10 } });
	return page.data.length;
};
