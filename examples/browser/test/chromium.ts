/** A real browser from npm; where the environment's `CHROMIUM` names one, that one. */
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as engine } from "playwright-core";

export const launch = async (): Promise<Browser> =>
	engine.launch({
		executablePath: process.env["CHROMIUM"] ?? (await chromium.executablePath()),
		// Not the package's own `args`: they turn off the same-origin policy, which is what is tested here.
		args: ["--no-sandbox", "--font-render-hinting=none", "--use-angle=swiftshader"],
		headless: true,
	});
