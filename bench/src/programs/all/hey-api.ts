import { createClient } from "../../hey-api/client/index.js";
import {
	createIdentity,
	deleteIdentity,
	listIdentities,
	retrieveIdentity,
	updateIdentity,
} from "../../hey-api/index.js";

export default (baseUrl: string, apiKey: string) => {
	const client = createClient({ baseUrl, auth: apiKey });
	const path = { id: "user_1" };
	return {
		list: () => listIdentities({ client, query: { limit: 10 } }),
		create: () => createIdentity({ client, body: { external_id: "user_1" } }),
		retrieve: () => retrieveIdentity({ client, path }),
		update: () => updateIdentity({ client, path, body: { display_name: "Jo" } }),
		delete: () => deleteIdentity({ client, path }),
	};
};
