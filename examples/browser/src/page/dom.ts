/** Builds elements. Text is set as text, never as markup: the page's policy would refuse it anyway. */

type Child = Node | string | undefined | false;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export function element<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	attributes: Attributes = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
	return dressed(document.createElement(name), attributes, children);
}

export function shape<Name extends keyof SVGElementTagNameMap>(
	name: Name,
	attributes: Attributes = {},
	...children: readonly Child[]
): SVGElementTagNameMap[Name] {
	return dressed(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function dressed<Kind extends Element>(made: Kind, attributes: Attributes, children: readonly Child[]): Kind {
	for (const [name, value] of Object.entries(attributes)) {
		if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : String(value));
	}
	made.append(...children.filter((child) => child !== undefined && child !== false));
	return made;
}

/** The element with this id, of this class. Throws where the page has none. */
export function byId<Kind extends Element>(id: string, kind: new () => Kind): Kind {
	const found = document.getElementById(id);
	if (found instanceof kind) return found;
	throw new TypeError(`The page has no ${kind.name} with the id ${id}.`);
}
