import { defineConfig } from "vitest/config";

// The compiler runs in these tests, and loads for seconds where a machine is busy.
export default defineConfig({ test: { testTimeout: 30_000, hookTimeout: 60_000 } });
