/** The client of a page, without a page: a component that is rendered on a server has it there. */
import { browserAdapter } from "./adapters/browser.ts";
import { testEach } from "./each-scenario.ts";
import { scenarios } from "./scenarios/index.ts";

testEach(browserAdapter, scenarios);
