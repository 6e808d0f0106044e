import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Without a server, the last one runs against recorded answers.
    include: [
      "test/**/*.test.ts",
      "packages/*/test/**/*.test.ts",
      "scripts/{publish,version}/**/*.test.ts",
      "e2e/server.test.ts",
    ],
    setupFiles: ["test/setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    coverage: {
      include: ["packages/*/src/**", "src/**"],
      reporter: ["text-summary", "text", "json-summary"],
    },
  },
});
