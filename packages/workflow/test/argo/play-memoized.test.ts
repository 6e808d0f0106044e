import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { bundleAsInImage } from "../bundle.js";
import { tempDir } from "../temp-dir.js";
import { type Case, playCompiled, runLocally } from "./play/compare-runs.js";
import { chains } from "./play/fixtures/chains.js";
import * as fixtures from "./play/fixtures/workflows.js";
import type { Played } from "./play/play-workflow.js";
import { randomWorkflow } from "./play/random-workflow.js";

let program: string;
beforeAll(async () => {
  program = await bundleAsInImage(join(import.meta.dirname, "play/fixtures/main.ts"));
});

async function expectSame(each: Case): Promise<Played> {
  const folder = tempDir();
  writeFileSync(join(folder, "page.txt"), "page of the laptop");
  writeFileSync(join(folder, "other.txt"), "another page");
  const local = await runLocally(each, folder);
  const { played, outcome } = await playCompiled({ ...each, memoize: true }, program, folder);
  const trouble = played.nodes.filter(({ phase }) => phase === "Failed" || phase === "Error");
  expect(outcome, JSON.stringify(trouble, undefined, 2)).toEqual(local.outcome);
  return played;
}

test.each([
  ["in a pod of its own", false],
  ["in one pod", true],
])(
  "tasks that output digests give the same as without, each %s",
  async (_, fuse) => {
    await expectSame({ workflow: chains, fuse });
    await expectSame({ workflow: fixtures.nestsMaps, fuse });
    await expectSame({ workflow: fixtures.nests, fuse });
    await expectSame({ workflow: fixtures.reads, fuse });
  },
  240_000,
);

const runs = process.env.PLAY_ALL === "1" ? 40 : 5;

test("workflows that are wired at random give the same with digests", async () => {
  await fc.assert(
    fc.asyncProperty(randomWorkflow, fc.boolean(), async (workflow, fuse) => {
      await expectSame({ workflow, fuse });
    }),
    { seed: 16, numRuns: runs },
  );
}, 600_000);
