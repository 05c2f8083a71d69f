/** Runs a program's first list and ends: the whole process is what is timed. */
const [, , program = "", baseUrl] = process.argv;
const { default: run } = (await import(program)) as {
	default: (baseUrl: string | undefined, apiKey: string) => Promise<number>;
};
const found = await run(baseUrl, "bench-key");
if (found !== 10) throw new Error(`${program} has found ${found} identities, not 10.`);
process.exit(0);
