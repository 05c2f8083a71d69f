import { createClient } from "../../hey-api/client/index.js";
import { listIdentities } from "../../hey-api/index.js";

export default async (baseUrl: string, apiKey: string): Promise<number> => {
	const client = createClient({ baseUrl, auth: apiKey });
	const { data } = await listIdentities({ client, query: { limit: 10 }, throwOnError: true });
	return data.data.length;
};
