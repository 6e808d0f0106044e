import { defineConfig } from "vitest/config";

/** Tests of the packed packages: they install them, and what they need from npm's registry or its cache, which takes minutes. */
export default defineConfig({
  test: {
    include: ["scripts/pack/test/**/*.test.ts"],
    globalSetup: ["scripts/pack/test/pack-once.ts"],
    setupFiles: ["test/setup.ts"],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
