import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "packages/*/test/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    coverage: {
      include: ["packages/*/src/**", "src/**"],
      reporter: ["text-summary", "text", "json-summary"],
    },
  },
});
