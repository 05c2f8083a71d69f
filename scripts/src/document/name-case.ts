/** Names in the spellings that documents and programs use. */

const words = (text: string): string[] =>
	text
		.replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== "");

/** `budget_alerts` → `BudgetAlerts` */
export const pascalCase = (text: string): string =>
	words(text)
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join("");

/** `BudgetAlerts` → `budgetAlerts` */
export const camelCase = (text: string): string => {
	const name = pascalCase(text);
	return name.charAt(0).toLowerCase() + name.slice(1);
};

/** What one of several is called: `Alerts` → `Alert`. */
export const singular = (name: string): string =>
	/ies$/.test(name) ? name.replace(/ies$/, "y") : /[^s]s$/.test(name) ? name.slice(0, -1) : name;
