import fc from "fast-check";
import { afterAll } from "vitest";
import { removeTempDirs } from "../packages/workflow/test/temp-dir.js";

afterAll(removeTempDirs);

// What a test writes must not end up on the page, in the outputs or in the environment of the job that runs the tests.
for (const name of ["GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STATE"])
  delete process.env[name];

/** The same cases in every run; FUZZ_RUNS asks for more of them, FUZZ_SEED for others. */
fc.configureGlobal({
  seed: Number(process.env.FUZZ_SEED ?? 20_260_101),
  ...(process.env.FUZZ_RUNS === undefined ? {} : { numRuns: Number(process.env.FUZZ_RUNS) }),
});
