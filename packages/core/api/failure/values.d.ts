/** The texts in a request's query and JSON body. */
export declare function valuesIn({ url, body, }: {
    readonly url: string;
    readonly body?: string | undefined;
}): string[];
