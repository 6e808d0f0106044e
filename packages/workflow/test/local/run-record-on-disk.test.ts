import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { artifact, defineStep, defineWorkflow, parameter, text } from "../../src/index.js";
import { runRecordSchema } from "../../src/local/run-record.js";
import { runWorkflow } from "../../src/local/run-workflow.js";
import { until } from "../cli/program.js";
import { smallDisk } from "../small-disk.js";
import { tempDir } from "../temp-dir.js";

const write = defineStep({
  name: "write",
  inputs: {},
  outputs: { out: artifact(text) },
  run: () => ({ out: "x" }),
});

test("run.json lists the tasks that have ended while others run", async () => {
  const runs = tempDir();
  const phases = (): string[] => {
    const [run = ""] = readdirSync(runs).filter((name) => name !== "latest");
    const record = JSON.parse(readFileSync(join(runs, run, "run.json"), "utf8"));
    return runRecordSchema.parse(record).tasks.map(({ phase }) => phase);
  };
  const look = defineStep({
    name: "look",
    inputs: { out: artifact(text) },
    outputs: {},
    run: async () => {
      await until(() => phases().join() === "Succeeded,Running", 10_000);
      return {};
    },
  });
  const workflow = defineWorkflow({
    name: "w",
    build: (dag) => void dag.task(look, { out: dag.task(write, {}).out }),
  });

  const record = await runWorkflow(workflow, { runs });

  expect(record.message).toBeUndefined();
  expect(phases()).toEqual(["Succeeded", "Succeeded"]);
});

test("a disk that is full when the run has ended is reported with what is complete", async ({ skip }) => {
  const disk = smallDisk(256) ?? skip("no right to mount a small file system here");
  const fill = defineStep({
    name: "fill",
    inputs: { disk: parameter(z.string()) },
    outputs: { out: artifact(text) },
    run: ({ disk: folder }) => {
      try {
        writeFileSync(join(folder, "filler"), "x".repeat(1_000_000));
      } catch {
        // Now the disk is full; an empty output needs no space.
      }
      return { out: "" };
    },
  });
  const workflow = defineWorkflow({
    name: "w",
    build: (dag) => void dag.task(fill, { disk }),
  });

  const ended = runWorkflow(workflow, { runs: disk });

  await expect(ended).rejects.toMatchObject({
    name: "UserError",
    message: expect.stringMatching(
      /^\S+\/run\.json cannot be read or written: ENOSPC.*Make room on the disk\. All steps had succeeded; the steps' outputs are in \S+, but run\.json does not say so\.$/,
    ),
  });
  const [run = ""] = readdirSync(disk).filter((name) => name.startsWith("w-"));
  expect(existsSync(join(disk, run, "fill/out.txt"))).toBe(true);
  expect(readdirSync(join(disk, run)).sort()).toEqual(["fill", "run.json"]);
});
