import { ofetch } from "ofetch";

export default (baseUrl: string, apiKey: string) => {
	const client = ofetch.create({ baseURL: baseUrl, headers: { authorization: `Bearer ${apiKey}` } });
	return {
		list: () => client("/v2/identities", { query: { limit: 10 } }),
		create: () => client("/v2/identities", { method: "POST", body: { external_id: "user_1" } }),
		retrieve: () => client("/v2/identities/user_1"),
		update: () => client("/v2/identities/user_1", { method: "PATCH", body: { display_name: "Jo" } }),
		delete: () => client("/v2/identities/user_1", { method: "DELETE" }),
	};
};
