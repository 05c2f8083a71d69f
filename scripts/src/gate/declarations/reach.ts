/**
 * Which types the values of a package lead to: by the signatures of its functions and methods, and by what these
 * are written with. Such a type is compared where it stands, which shows the way that it goes.
 */
import ts from "typescript";
import { resolveAlias } from "./probe.ts";

export function reachedFrom(values: readonly ts.Symbol[], checker: ts.TypeChecker): ReadonlySet<string> {
	const seen = new Set<ts.Symbol>();
	const visit = (symbol: ts.Symbol): void => {
		if (seen.has(symbol)) return;
		seen.add(symbol);
		for (const declaration of symbol.declarations ?? []) {
			if (!declaration.getSourceFile().fileName.includes("/node_modules/")) look(declaration);
		}
	};
	const look = (node: ts.Node): void => {
		const name = nameIn(node);
		const symbol = name && checker.getSymbolAtLocation(name);
		if (symbol) visit(resolveAlias(symbol, checker));
		ts.forEachChild(node, look);
	};
	for (const value of values) visit(value);
	return new Set([...seen].map(({ name }) => name));
}

/** The name that a type is written with. */
function nameIn(node: ts.Node): ts.Node | undefined {
	if (ts.isTypeReferenceNode(node)) return node.typeName;
	if (ts.isExpressionWithTypeArguments(node)) return node.expression;
	if (ts.isTypeQueryNode(node)) return node.exprName;
	return ts.isImportTypeNode(node) ? node.qualifier : undefined;
}
