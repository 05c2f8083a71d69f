/** How the demo speaks: a heading for each chapter, the code it is about, and what came of it. */

const color = process.stdout.isTTY && !process.env["NO_COLOR"];
const paint = (code: number, text: string): string => (color ? `\u001b[${code}m${text}\u001b[0m` : text);

export const say = (text: string): void => console.log(`\n${text}`);

export const chapter = (title: string): void => console.log(`\n${paint(1, `■ ${title}`)}`);

/** The call that a step makes, as a user would write it. */
export const code = (text: string): void => console.log(paint(36, `  ${text}`));

/** What came of it. */
export const result = (text: string): void => console.log(`    ${paint(2, "→")} ${text}`);
