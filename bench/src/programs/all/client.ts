import { IdentitiesClient } from "@orq/identities-client";

export default (baseUrl: string, apiKey: string) => {
	const client = new IdentitiesClient({ baseUrl, apiKey });
	return {
		list: () => client.list({ limit: 10 }),
		create: () => client.create({ external_id: "user_1" }),
		retrieve: () => client.retrieve("user_1"),
		update: () => client.update("user_1", { display_name: "Jo" }),
		delete: () => client.delete("user_1"),
	};
};
