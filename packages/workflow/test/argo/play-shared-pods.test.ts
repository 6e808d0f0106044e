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

const fixtureProgram = join(import.meta.dirname, "play/fixtures/main.ts");
let program: string;
beforeAll(async () => {
  program = await bundleAsInImage(fixtureProgram);
});

function pods({ name, nodes }: Played): string[] {
  const names = nodes.filter(({ type }) => type === "Pod").map((node) => node.name.slice(name.length + 1));
  return names.sort();
}

async function expectSame(each: Case): Promise<Played> {
  const folder = tempDir();
  writeFileSync(join(folder, "page.txt"), "page of the laptop");
  writeFileSync(join(folder, "other.txt"), "another page");
  const local = await runLocally(each, folder);
  const { played, outcome } = await playCompiled({ ...each, fuse: true }, program, folder);
  const trouble = played.nodes.filter(({ phase }) => phase === "Failed" || phase === "Error");
  expect(outcome, JSON.stringify(trouble, undefined, 2)).toEqual(local.outcome);
  return played;
}

test("a chain runs in one pod: lists, odd texts, literals, defaults and retries", async () => {
  const played = await expectSame({ workflow: chains });
  expect(pods(played)).toEqual(["say-to-last(0)"]);
}, 60_000);

test("a chain in which a value breaks its contract fails with exit code 65, and the message names the step", async () => {
  const played = await expectSame({ workflow: chains, set: { failures: "1", lasting: "true" } });
  const pod = played.nodes.find(({ type }) => type === "Pod");
  expect(pod).toMatchObject({ phase: "Failed", message: "Error (exit code 65): flaky: never" });
}, 60_000);

test("chains in nested workflows, beside maps and after conditions give what a laptop gives", async () => {
  await expectSame({ workflow: fixtures.nestsMaps });
  await expectSame({ workflow: fixtures.nests });
  const chosen = await expectSame({ workflow: fixtures.reads });
  expect(chosen.phase).toBe("Succeeded");
}, 120_000);

const runs = process.env.PLAY_ALL === "1" ? 40 : 5;

test("workflows that are wired at random give the same in shared pods as on a laptop", async () => {
  const shared: string[] = [];
  await fc.assert(
    fc.asyncProperty(randomWorkflow, async (workflow) => {
      const played = await expectSame({ workflow });
      shared.push(...pods(played).filter((name) => name.includes("-to-")));
    }),
    { seed: 15, numRuns: runs },
  );
  expect(shared).not.toHaveLength(0);
}, 600_000);
