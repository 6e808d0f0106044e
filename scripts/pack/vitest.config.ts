import { defineConfig } from "vitest/config";

/** Tests of the packed packages: they pack them, and install them from npm's registry or its cache. */
export default defineConfig({
  test: {
    include: ["scripts/pack/test/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
