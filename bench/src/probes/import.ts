/** Prints how long an import takes in this fresh process, and by how many bytes the process grows. */
const [, , specifier] = process.argv;
const before = process.memoryUsage.rss();
const begun = performance.now();
if (specifier) await import(specifier);
const ms = performance.now() - begun;
console.log(JSON.stringify({ ms, bytes: process.memoryUsage.rss() - before }));
