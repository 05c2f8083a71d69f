import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["test/**/*.browser.ts"],
		reporters: ["default", "../../scripts/src/test-count.ts"],
		testTimeout: 30_000,
		hookTimeout: 60_000,
		fileParallelism: false,
	},
});
