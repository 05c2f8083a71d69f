import { Orq } from "@orq-ai/node";

export default (baseUrl: string, apiKey: string) => {
	const { identities } = new Orq({ apiKey, serverURL: baseUrl });
	return {
		list: () => identities.list({ limit: 10 }),
		create: () => identities.create({ externalId: "user_1" }),
		retrieve: () => identities.retrieve({ id: "user_1" }),
		update: () => identities.update({ id: "user_1", updateIdentityRequest: { displayName: "Jo" } }),
		delete: () => identities.delete({ id: "user_1" }),
	};
};
