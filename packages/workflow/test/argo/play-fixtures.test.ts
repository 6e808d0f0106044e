import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { bundleAsInImage } from "../bundle.js";
import { tempDir } from "../temp-dir.js";
import { type Case, playCompiled, runLocally } from "./play/compare-runs.js";
import * as fixtures from "./play/fixtures/workflows.js";

const fixtureProgram = join(import.meta.dirname, "play/fixtures/main.ts");
let program: string;
beforeAll(async () => {
  program = await bundleAsInImage(fixtureProgram);
});

const cases: Readonly<Record<string, Case>> = {
  "a map over literals with quotes, line feeds and backslashes": { workflow: fixtures.mapsQuotes },
  "a map over literals with braces": { workflow: fixtures.mapsBraces },
  "a map over texts with braces, quotes and backslashes": {
    workflow: fixtures.mapsOddTexts,
    set: { items: JSON.stringify(fixtures.odd) },
  },
  "firstOf takes the left branch": { workflow: fixtures.chooses },
  "firstOf takes the right branch": { workflow: fixtures.chooses, set: { side: "right" } },
  "an optional input has the value of a task that ran": { workflow: fixtures.maybe },
  "an optional input is missing where its task was skipped": {
    workflow: fixtures.maybe,
    set: { side: "right" },
  },
  "a condition on numbers holds": { workflow: fixtures.comparesNumbers },
  "a condition on numbers does not hold": { workflow: fixtures.comparesNumbers, set: { count: "4" } },
  "a map over literals": { workflow: fixtures.mapsLiterals },
  "a map over a task's list": { workflow: fixtures.mapsTask },
  "a map over a task's empty list": { workflow: fixtures.mapsTask, set: { length: "0" } },
  "a map over an empty literal": { workflow: fixtures.mapsNothing },
  "maps over an artifact list and over a mapped one": { workflow: fixtures.mapsArtifacts },
  "maps over twelve artifacts in order": {
    workflow: fixtures.mapsArtifacts,
    set: { words: JSON.stringify([..."abcdefghijkl"]) },
  },
  "maps over an empty artifact list": { workflow: fixtures.mapsArtifacts, set: { words: "[]" } },
  "fields of items": { workflow: fixtures.mapsFields },
  "a map over literals with some odd characters": { workflow: fixtures.mapsPlainLiterals },
  "a map over texts with odd characters": { workflow: fixtures.mapsOddTexts },
  "an artifact of the bucket inside of a map and a condition": { workflow: fixtures.reads },
  "an artifact of the bucket for a nested workflow": { workflow: fixtures.readsNested },
  "a nested workflow with defaults": { workflow: fixtures.nests },
  "a nested workflow with an optional parameter that is given": { workflow: fixtures.nestsOptional },
  "a nested workflow with an optional parameter that is missing": {
    workflow: fixtures.nestsOptional,
    set: { side: "right" },
  },
  "a nested workflow with a map, used twice": { workflow: fixtures.nestsMaps },
  "a nested workflow with a map over nothing": { workflow: fixtures.mapsNestedNothing },
  "an empty artifact list": { workflow: fixtures.splitsNothing },
  "repeat until a condition holds, and at most so often": { workflow: fixtures.repeats },
  "repeat a workflow": { workflow: fixtures.repeatsWorkflow },
  "approve: yes": {
    workflow: fixtures.approves,
    answers: { review: { decision: "yes", words: fixtures.oddText, rate: "0.5" } },
  },
  "approve: no": {
    workflow: fixtures.approves,
    answers: { review: { decision: "no", words: "", rate: "2" } },
  },
  "approve with a field left at its default": {
    workflow: fixtures.approves,
    answers: { review: { decision: "no", words: "" } },
  },
  "approve with a value that breaks its contract": {
    workflow: fixtures.approves,
    answers: { review: { decision: "yes", words: "", rate: "fast" } },
  },
  "retry until it succeeds": { workflow: fixtures.retries },
  "retry as often as allowed": { workflow: fixtures.retries, set: { failures: "3" } },
  "no retry of a broken contract": { workflow: fixtures.retries, set: { failures: "1", lasting: "true" } },
  "parameters with odd characters": { workflow: fixtures.echoes },
  "inline scripts": { workflow: fixtures.scripts },
  "a parameter that ends with a line feed": { workflow: fixtures.echoesLineFeed },
  "an exit handler after failure": { workflow: fixtures.exits, set: { failures: "1" } },
  "an exit handler after success": { workflow: fixtures.exits },
  "failures in an exit handler after success": { workflow: fixtures.reportsFailures },
  "failures in an exit handler after failure": { workflow: fixtures.reportsFailures, set: { failures: "1" } },
  "failures in an exit handler after retries that were enough": {
    workflow: fixtures.reportsNested,
    set: { failures: "1" },
  },
  "failures in an exit handler after retries in a nested workflow": {
    workflow: fixtures.reportsNested,
    set: { failures: "2" },
  },
  "failures in an exit handler after a map with retries": {
    workflow: fixtures.reportsNested,
    set: { counts: "[1, 0, 2]" },
  },
  "a failure leaves other branches alone": { workflow: fixtures.continues },
};

/** Cases in which Argo differs from the local runner. A case that is fixed fails here: move it up. */
const different: Readonly<Record<string, Case>> = {
  "an inline script with a text that opens braces": { workflow: fixtures.opensBraces },
  "a map of scripts that print texts": { workflow: fixtures.mapsScriptTexts },
};

/** Each case starts about six processes: `npm test` plays every second one, `npm run test:large` plays all. */
const played = Object.entries(cases).filter((_, i) => process.env.PLAY_ALL === "1" || i % 2 === 0);

test.each(played)("%s", { timeout: 60_000 }, async (_, each) => {
  await expectSame(each);
});

test.fails.each(Object.entries(different))("%s", { timeout: 60_000 }, async (_, each) => {
  await expectSame(each);
});

async function expectSame(each: Case): Promise<void> {
  const folder = tempDir();
  writeFileSync(join(folder, "page.txt"), "page of the laptop");
  writeFileSync(join(folder, "other.txt"), "another page");
  const local = await runLocally(each, folder);
  const { played, outcome } = await playCompiled(each, program, folder);
  const trouble = played.nodes.filter(({ phase }) => phase === "Failed" || phase === "Error");
  expect(outcome, JSON.stringify(trouble, undefined, 2)).toEqual(local.outcome);
}
