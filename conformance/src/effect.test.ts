/** The Effect client. */
import { effectAdapter } from "./adapters/effect.ts";
import { testEach } from "./each-scenario.ts";
import { scenarios } from "./scenarios/index.ts";

testEach(effectAdapter, scenarios);
