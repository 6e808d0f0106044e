import { expect, test } from "vitest";
import { argoCli } from "../../workflow/test/argo/argo-lint.js";
import { bases } from "./differential/bases.js";
import { accepted, compare, faultText } from "./differential/compare.js";
import { Random } from "./differential/random.js";

/** DIFFERENTIAL_RUNS asks for more mutants, as `npm run test:large` does; DIFFERENTIAL_SEED for others. */
const count = Number(process.env.DIFFERENTIAL_RUNS ?? 500);
const seed = Number(process.env.DIFFERENTIAL_SEED ?? 20_260_101);

/** Shrinking a manifest takes many calls of the real linter; further disagreements are reported unshrunk. */
const shortened = 8;

test.skipIf(argoCli() === undefined)(
  `what argo lint refuses in ${count} mutants of good manifests, we refuse too (needs ARGO_CLI)`,
  { timeout: 120_000 + count * 300 },
  async () => {
    const good = await accepted(await bases());
    expect(good.length).toBeGreaterThan(30);

    const { refused, faults } = await compare(good, count, new Random(seed));

    const told: string[] = [];
    for (const [i, fault] of faults.entries()) told.push(await faultText(fault, i < shortened));
    expect(told.join("\n\n")).toBe("");
    // Otherwise the mutations would not be what they are meant to be.
    expect(refused).toBeGreaterThan(count / 4);
    expect(refused).toBeLessThan(count * 0.9);
  },
);
