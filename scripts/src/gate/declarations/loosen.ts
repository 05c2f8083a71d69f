/**
 * Rewrites a declaration file so that the compiler compares what callers see, and all of it.
 * A private member makes two copies of a class strangers to each other, so a mark stands in its place: what has it
 * is made by our own constructor alone. What is `@internal` goes.
 * A method becomes a property with a function type: the compiler lets parameters of methods vary both ways.
 */
import ts from "typescript";

/** The key that stands for private members. */
export const privateMark = "has private members";

interface Edit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

export function loosen(path: string, text: string): string {
	const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
	const edits: Edit[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node)) {
			for (const group of groupsOf(node.members)) edits.push(...editsOf(group, file));
		}
		ts.forEachChild(node, (child) => {
			if (!isMember(child) || !isHidden(child)) visit(child);
		});
	};
	visit(file);
	return apply(text, edits);
}

type Member = ts.ClassElement | ts.TypeElement;

const isMember = (node: ts.Node): node is Member => ts.isClassElement(node) || ts.isTypeElement(node);

/** Overloads of a method belong together. */
function groupsOf(members: readonly Member[]): Member[][] {
	const groups: Member[][] = [];
	for (const member of members) {
		const last = groups.at(-1);
		const same = last?.[0] && isMethod(member) && isMethod(last[0]) && sameName(member, last[0]);
		if (same) last.push(member);
		else groups.push([member]);
	}
	return groups;
}

const isMethod = (member: Member): member is ts.MethodDeclaration | ts.MethodSignature =>
	ts.isMethodDeclaration(member) || ts.isMethodSignature(member);

const sameName = (a: Member, b: Member): boolean => a.name?.getText() === b.name?.getText();

function editsOf(group: readonly Member[], file: ts.SourceFile): Edit[] {
	const hidden = group.filter(isHidden);
	if (hidden.length > 0) {
		return hidden.map((of) => ({ start: of.getStart(file), end: of.end, text: isPrivate(of) ? mark : ";" }));
	}
	const methods = group.filter(isMethod);
	const [first] = methods;
	if (!first) return [];
	if (methods.length > 1) return overloads(methods, file);
	const { name, type, questionToken } = first;
	const colon = type ? file.text.indexOf(":", first.parameters.end) : -1;
	if (colon < 0) return [];
	const start = (questionToken ?? name).end;
	return [
		{ start, end: start, text: ":" },
		{ start: colon, end: colon + 1, text: " =>" },
	];
}

/** `name(a): b; name(c): d;` → `name: { (a): b; (c): d; }` */
function overloads(
	methods: readonly (ts.MethodDeclaration | ts.MethodSignature)[],
	file: ts.SourceFile,
): Edit[] {
	return methods.flatMap((method, index) => {
		const begin = method.getStart(file);
		const name = file.text.slice(begin, (method.questionToken ?? method.name).end);
		const last = index === methods.length - 1;
		return [
			{ start: begin, end: (method.questionToken ?? method.name).end, text: index === 0 ? `${name}: {` : "" },
			...(last ? [{ start: method.end, end: method.end, text: " };" }] : []),
		];
	});
}

const mark = `readonly ${JSON.stringify(privateMark)}: true;`;

/** Private, or not meant for callers. A class without its internal constructor can't be made by them either. */
const isHidden = (member: Member): boolean =>
	isPrivate(member) || ts.getJSDocTags(member).some(({ tagName }) => tagName.text === "internal");

function isPrivate(member: Member): boolean {
	if (member.name && ts.isPrivateIdentifier(member.name)) return true;
	const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : [];
	return modifiers.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);
}

/** From the last to the first, so that the places of the others still hold. */
function apply(text: string, edits: readonly Edit[]): string {
	const ordered = edits.toSorted((a, b) => b.start - a.start || b.end - a.end);
	return ordered.reduce((changed, { start, end, text: put }) => {
		return changed.slice(0, start) + put + changed.slice(end);
	}, text);
}
