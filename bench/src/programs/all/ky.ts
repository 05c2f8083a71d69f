import ky from "ky";

export default (baseUrl: string, apiKey: string) => {
	const client = ky.create({ prefix: baseUrl, headers: { authorization: `Bearer ${apiKey}` } });
	return {
		list: () => client.get("v2/identities", { searchParams: { limit: 10 } }).json(),
		create: () => client.post("v2/identities", { json: { external_id: "user_1" } }).json(),
		retrieve: () => client.get("v2/identities/user_1").json(),
		update: () => client.patch("v2/identities/user_1", { json: { display_name: "Jo" } }).json(),
		delete: () => client.delete("v2/identities/user_1"),
	};
};
