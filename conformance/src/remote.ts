/** The other side of `control.ts`, in whatever runtime: Web APIs alone. */
import type { Arrived, Host } from "./host.ts";
import type { Outcome } from "./report/outcome.ts";

export const remoteHost = (control: string): Host => ({
	open: async (setup) => {
		const { id, baseUrl } = await post<{ id: string; baseUrl: string }>(`${control}/open`, setup);
		return { baseUrl, close: () => post<Arrived>(`${control}/close`, { id }) };
	},
});

export const report = (control: string, outcome: Outcome): Promise<object> =>
	post<object>(`${control}/report`, outcome);

/** As plain text, about which no browser asks first. */
async function post<Answer>(url: string, body: object): Promise<Answer> {
	const response = await fetch(url, { method: "POST", body: JSON.stringify(body) });
	const text = await response.text();
	if (!response.ok) throw new Error(`${url}: ${text}`);
	return JSON.parse(text) as Answer;
}
