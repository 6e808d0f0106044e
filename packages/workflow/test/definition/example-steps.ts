import * as z from "zod";
import {
  artifact,
  artifactList,
  defineStep,
  html,
  json,
  optional,
  parameter,
  table,
  text,
} from "../../src/index.js";

export const modelSchema = z.object({ coef: z.array(z.number()) });

function neverRuns(): never {
  throw new Error("A step ran while a workflow was being built.");
}

/** Needs no inputs and outputs one value of each kind. */
export const load = defineStep({
  name: "load",
  inputs: { seed: parameter(z.int().min(0), 42) },
  outputs: {
    x: artifact(table),
    note: artifact(text),
    page: artifact(html),
    parts: artifactList(text),
    rows: parameter(z.int()),
    names: parameter(z.array(z.string())),
  },
  run: neverRuns,
});

export const train = defineStep({
  name: "train",
  inputs: { x: artifact(table), c: parameter(z.number().positive(), 1) },
  outputs: { model: artifact(json(modelSchema)), auc: parameter(z.number()) },
  run: neverRuns,
});

export const flip = defineStep({
  name: "flip",
  inputs: {},
  outputs: { side: parameter(z.enum(["heads", "tails"])), note: artifact(text), page: artifact(html) },
  run: neverRuns,
});

/** Has only optional inputs. */
export const report = defineStep({
  name: "report",
  inputs: { note: optional(artifact(text)), side: optional(parameter(z.string())) },
  outputs: { note: artifact(text) },
  run: neverRuns,
});

/** Has only required inputs. */
export const read = defineStep({
  name: "read",
  inputs: { note: artifact(text), side: parameter(z.string()) },
  outputs: {},
  run: neverRuns,
});

export const collect = defineStep({
  name: "collect",
  inputs: { notes: artifactList(text), rows: parameter(z.array(z.int()), []) },
  outputs: {},
  run: neverRuns,
});
