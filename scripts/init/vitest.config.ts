import { defineConfig } from "vitest/config";

// Each of these tests makes a project and runs its own checks: minutes, not seconds.
export default defineConfig({
  test: {
    include: ["scripts/init/test/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
