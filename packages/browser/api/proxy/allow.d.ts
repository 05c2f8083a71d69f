/**
 * The rules of a proxy, as types: one for each operation that the page may call, and what a rule must say.
 *
 * A rule's answer takes the place of everything that the page sent, part by part, so that nothing goes on unless the
 * app's code names it. A rule that forgets a part of its operation does not compile. What parts an operation has
 * follows from the API's document: an operation that an update adds needs no line here.
 */
import type { Identity, OperationAnswers, OperationInputs, OperationName } from "@orq/identities-core";
/** The operations that the page may call. One without a rule is refused. */
export type ProxyRules = {
    readonly [Name in OperationName]?: ProxyRule<Name> | undefined;
};
/**
 * Decides on one request. It may ask a session, a database, whatever it takes.
 *
 * - An answer with every part of the operation (`id`, `query`, `body`, `select`): the request goes on with these.
 * - Nothing (`undefined`, `null`, `false`, …): the page gets 403.
 * - A `Response`: the page gets it as it is.
 *
 * Where it throws, the page gets 500 without a word of why; `onError` hears.
 */
export type ProxyRule<Name extends OperationName> = (asked: Asked<Name>) => Verdict<Name> | Promise<Verdict<Name>>;
export type Verdict<Name extends OperationName> = Grant<Name> | Response | Refused;
/** What `user && { … }` may leave of a user who is not there. */
type Refused = undefined | null | false | 0 | "";
/**
 * What the page asks for. Names are the API's, everything else has been refused before; a parameter has its type.
 * What stands in a body or inside an object is the page's own and `unknown`: the API judges it.
 */
export type Asked<Name extends OperationName> = Flat<{
    /** The page's request, for its cookies and headers. Its body has been read. */
    readonly request: Request;
    readonly operation: Name;
} & PathOf<Name> & (Name extends WithQuery ? {
    readonly query: SentQuery<QueryOf<Name>>;
} : unknown) & (Name extends WithBody ? {
    readonly body: SentBody<BodyOf<Name>>;
} : unknown)>;
/** What the request goes on with: every part that the operation has, but that a query beside others may be left out. */
export type Grant<Name extends OperationName> = Flat<PathOf<Name> & QueryPart<OperationInputs[Name]> & (Name extends WithBody ? {
    readonly body: GrantedBody<BodyOf<Name>>;
} : unknown) & (OperationAnswers[Name] extends undefined | void ? unknown : {
    readonly select: Select<Name>;
})>;
/**
 * A query beside an id or a body is something that an update of the API adds: a rule from before goes on compiling,
 * and none of it goes on. Where the query is all that the page can ask with, the rule has to have an opinion.
 */
export type QueryPart<Input> = "query" extends keyof Input ? Extract<keyof Input, "path" | "body"> extends never ? {
    readonly query: GrantedQuery<ValueAt<Input, "query">>;
} : {
    readonly query?: GrantedQuery<ValueAt<Input, "query">> | undefined;
} : unknown;
/**
 * Which fields of an identity the page may see: their names, or `"all"`. `_id` always stays, since clients know an
 * identity and the next page by it.
 */
export type Select<Name extends OperationName> = readonly FieldOf<Name>[] | "all";
type FieldOf<Name extends OperationName> = Extract<keyof Identity | keyof ItemOf<OperationAnswers[Name]>, string>;
type ItemOf<Answer> = Answer extends {
    readonly data: readonly (infer Item)[];
} ? Item : Answer;
type WithPath = {
    [Name in OperationName]: "path" extends keyof OperationInputs[Name] ? Name : never;
}[OperationName];
type WithQuery = {
    [Name in OperationName]: "query" extends keyof OperationInputs[Name] ? Name : never;
}[OperationName];
type WithBody = {
    [Name in OperationName]: "body" extends keyof OperationInputs[Name] ? Name : never;
}[OperationName];
type Part<Name extends OperationName, Key extends string> = ValueAt<OperationInputs[Name], Key>;
type ValueAt<Input, Key extends string> = Input extends {
    readonly [_ in Key]?: infer Value;
} ? NonNullable<Value> : never;
type PathOf<Name extends OperationName> = Name extends WithPath ? Part<Name, "path"> : unknown;
type QueryOf<Name extends OperationName> = Part<Name, "query">;
type BodyOf<Name extends OperationName> = Part<Name, "body">;
type SentQuery<Query> = {
    readonly [Key in keyof Query]?: SentValue<Query[Key]>;
};
type GrantedQuery<Query> = {
    readonly [Key in keyof Query]: Query[Key] | SentValue<Query[Key]>;
};
type SentValue<Value> = Value extends string | number | boolean ? Value : Value extends readonly unknown[] ? readonly string[] : Value extends object ? Readonly<Record<string, unknown>> : never;
type SentBody<Body> = {
    readonly [Key in keyof Body]?: unknown;
};
type GrantedBody<Body> = {
    readonly [Key in keyof Body]: unknown;
};
type Flat<Type> = {
    [Key in keyof Type]: Type[Key];
};
export {};
