import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		projects: ["packages/*", "scripts", "conformance", "examples", "bench"],
		reporters: ["default", "./scripts/src/test-count.ts"],
	},
});
