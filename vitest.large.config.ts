import { defineConfig } from "vitest/config";

/** Tests with much data or many runs, which take minutes. Some are in `npm test` too, with fewer runs. */
export default defineConfig({
  test: {
    include: [
      "packages/*/test/**/*.large.test.ts",
      "packages/argo-lint/test/differential.test.ts",
      "packages/workflow/test/argo/play-fixtures.test.ts",
      "packages/workflow/test/argo/play-shared-pods.test.ts",
      "packages/create-tiphys/test/update/kill.test.ts",
      "packages/workflow/test/cli/program/killed-and-resumed.test.ts",
      "packages/workflow/test/local/cache/random-dags.test.ts",
      "packages/workflow/test/cli/program/killed-runs.test.ts",
      "test/examples/program.test.ts",
    ],
    setupFiles: ["test/setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: {
      ALL_EXAMPLES: "1",
      CACHE_DAGS: "1000",
      DIFFERENTIAL_RUNS: "2000",
      KILLED_RESUMES: "34",
      KILLED_RUNS: "100",
      KILLED_UPDATES: "60",
      PLAY_ALL: "1",
    },
    maxWorkers: "100%",
  },
});
