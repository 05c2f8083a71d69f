import { IdentitiesClient } from "@orq/identities-client";

export default async (baseUrl: string, apiKey: string): Promise<number> => {
	const client = new IdentitiesClient({ baseUrl, apiKey });
	const page = await client.list({ limit: 10 });
	return page.data.length;
};
