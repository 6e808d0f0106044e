import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["e2e/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    testTimeout: 480_000,
    hookTimeout: 300_000,
  },
});
