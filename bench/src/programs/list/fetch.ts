export default async (baseUrl: string, apiKey: string): Promise<number> => {
	const headers = { accept: "application/json", authorization: `Bearer ${apiKey}` };
	const response = await fetch(`${baseUrl}/v2/identities?limit=10`, { headers });
	if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
	const page = (await response.json()) as { data: { _id: string; external_id: string }[]; has_more: boolean };
	return page.data.length;
};
