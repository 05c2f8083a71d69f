import { expect, test } from "vitest";
import { loosen } from "./loosen.ts";

const loosened = (text: string): string => loosen("index.d.ts", text).replace(/\s+/g, " ");

test("a method becomes a property with a function, whose parameters vary one way", () => {
	expect(loosened("interface A { one(a: string): void; two?<T>(b: T): T; }")).toBe(
		"interface A { one:(a: string) => void; two?:<T>(b: T) => T; }",
	);
	expect(loosened("class B { [Symbol.iterator](): Iterator<string>; static of(): B; }")).toBe(
		"class B { [Symbol.iterator]:() => Iterator<string>; static of:() => B; }",
	);
	expect(loosened("interface A { deep(x: { inner(i: number): void }): string; }")).toBe(
		"interface A { deep:(x: { inner:(i: number) => void }) => string; }",
	);
});

test("overloads become one property", () => {
	expect(loosened("interface A { at(a: string): void; at(b: number): string; other: 1; }")).toBe(
		"interface A { at: {(a: string): void; (b: number): string; }; other: 1; }",
	);
});

test("a mark stands for private members, and what is internal goes", () => {
	expect(loosened("class A { #private; private b; private constructor(); c: 1; }")).toBe(
		'class A { readonly "has private members": true; readonly "has private members": true; readonly "has private members": true; c: 1; }',
	);
	expect(loosened("class A {\n/** @internal */ constructor(send: { a(): void }); b: 1; }")).toBe(
		"class A { /** @internal */ ; b: 1; }",
	);
});

test("fields, accessors and call signatures stay as they are", () => {
	const text = "class A { readonly a: string; get b(): string; protected c?: number; }";
	expect(loosened(text)).toBe(text);
	expect(loosened("interface A { (a: string): void; new (b: string): A; }")).toBe(
		"interface A { (a: string): void; new (b: string): A; }",
	);
});
