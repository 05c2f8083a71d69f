import type { paths } from "@orq/identities-core";
import createClient from "openapi-fetch";

export default async (baseUrl: string, apiKey: string): Promise<number> => {
	const client = createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${apiKey}` } });
	const { data, error } = await client.GET("/v2/identities", { params: { query: { limit: 10 } } });
	if (!data) throw new Error(JSON.stringify(error));
	return data.data.length;
};
