/** Takes the README's picture: `node test/screenshot.ts`. */
import { startApp } from "../src/server/app.ts";
import { launch } from "./chromium.ts";

const app = await startApp({ until: Date.UTC(2026, 0, 15, 9) });
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 1176 }, deviceScaleFactor: 2 });
await page.goto(app.url);
await page.locator(".row").nth(2).click();
await page.mouse.move(0, 0);
await page.screenshot({ path: `${import.meta.dirname}/../screenshot.png` });
await browser.close();
await app.close();
