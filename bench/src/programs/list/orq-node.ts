import { Orq } from "@orq-ai/node";

export default async (baseUrl: string, apiKey: string): Promise<number> => {
	const client = new Orq({ apiKey, serverURL: baseUrl });
	const page = await client.identities.list({ limit: 10 });
	return page.data.length;
};
