import type { paths } from "@orq/identities-core";
import createClient from "openapi-fetch";

export default (baseUrl: string, apiKey: string) => {
	const client = createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${apiKey}` } });
	const path = { id: "user_1" };
	return {
		list: () => client.GET("/v2/identities", { params: { query: { limit: 10 } } }),
		create: () => client.POST("/v2/identities", { body: { external_id: "user_1" } }),
		retrieve: () => client.GET("/v2/identities/{id}", { params: { path } }),
		update: () => client.PATCH("/v2/identities/{id}", { params: { path }, body: { display_name: "Jo" } }),
		delete: () => client.DELETE("/v2/identities/{id}", { params: { path } }),
	};
};
