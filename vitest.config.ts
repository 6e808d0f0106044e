import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** `npm run test:large` runs them. */
const largeTests = "**/*.large.test.ts";

/** Tests of the packages that start programs or servers, or measure their own process. */
const withProcesses = [
  "packages/create-tiphys/test/**/*.test.ts",
  "packages/workflow/test/argo/play-*.test.ts",
  "packages/workflow/test/codecs/large-table.test.ts",
  "packages/workflow/test/dataset/memory.test.ts",
  "packages/workflow/test/{bin,external-steps,local,storage}/**/*.test.ts",
  "packages/workflow/test/cli/{commands/server,program,release}/**/*.test.ts",
  "packages/workflow/test/cli/server/until-interrupted.test.ts",
];

export default defineConfig({
  test: {
    setupFiles: ["test/setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: "programs",
          // Each starts programs, which share the processors with those of the other workers.
          maxConcurrency: 3,
          // Without a server, the last one runs against recorded answers.
          include: [
            "test/**/*.test.ts",
            "scripts/{publish,version}/**/*.test.ts",
            ...withProcesses,
            "e2e/server.test.ts",
          ],
          exclude: ["**/node_modules/**", largeTests],
        },
      },
      {
        extends: true,
        test: {
          name: "modules",
          include: ["packages/*/test/**/*.test.ts"],
          exclude: ["**/node_modules/**", largeTests, ...withProcesses],
          // One process loads the modules once for many files, which takes half of the time. So a file leaves nothing changed.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    coverage: {
      include: ["packages/*/src/**", "src/**"],
      reporter: ["text-summary", "text", "json-summary"],
    },
  },
});
