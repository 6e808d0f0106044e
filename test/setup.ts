import fc from "fast-check";

/** The same cases in every run; FUZZ_RUNS asks for more of them, FUZZ_SEED for others. */
fc.configureGlobal({
  seed: Number(process.env.FUZZ_SEED ?? 20_260_101),
  ...(process.env.FUZZ_RUNS === undefined ? {} : { numRuns: Number(process.env.FUZZ_RUNS) }),
});
