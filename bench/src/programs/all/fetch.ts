interface Identity {
	_id: string;
	external_id: string;
}

export default (baseUrl: string, apiKey: string) => {
	const send = async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
		const headers = {
			accept: "application/json",
			authorization: `Bearer ${apiKey}`,
			"content-type": "application/json",
		};
		const response = await fetch(baseUrl + path, {
			method,
			headers,
			body: body ? JSON.stringify(body) : null,
		});
		if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
		return (response.status === 204 ? undefined : await response.json()) as Answer;
	};
	const at = (id: string) => `/v2/identities/${encodeURIComponent(id)}`;
	return {
		list: () => send<{ data: Identity[] }>("GET", "/v2/identities?limit=10"),
		create: () => send<Identity>("POST", "/v2/identities", { external_id: "user_1" }),
		retrieve: () => send<Identity>("GET", at("user_1")),
		update: () => send<Identity>("PATCH", at("user_1"), { display_name: "Jo" }),
		delete: () => send<void>("DELETE", at("user_1")),
	};
};
