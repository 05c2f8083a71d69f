/**
 * The Promise client. What does not wait for timers runs once more with a middleware, where calls take another way
 * through the client.
 */
import { clientAdapter, observedClientAdapter } from "./adapters/client.ts";
import { testEach } from "./each-scenario.ts";
import { scenarios } from "./scenarios/index.ts";

const { retries: _, waits: __, timeouts: ___, ...quick } = scenarios;

testEach(clientAdapter, scenarios);
testEach(observedClientAdapter, quick);
