import { IdentitiesClient } from "@orq/identities-browser";

export default (baseUrl: string) => {
	const client = new IdentitiesClient({ baseUrl });
	return {
		list: () => client.list({ limit: 10 }),
		create: () => client.create({ external_id: "user_1" }),
		retrieve: () => client.retrieve("user_1"),
		update: () => client.update("user_1", { display_name: "Jo" }),
		delete: () => client.delete("user_1"),
	};
};
