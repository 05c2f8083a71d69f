import { IdentitiesClient } from "@orq/identities-browser";

export default async (baseUrl: string): Promise<number> => {
	const client = new IdentitiesClient({ baseUrl });
	const page = await client.list({ limit: 10 });
	return page.data.length;
};
