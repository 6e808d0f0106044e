import * as z from "zod";
import { file } from "../../src/codecs/file.js";
import { json } from "../../src/codecs/json.js";
import { table } from "../../src/codecs/table.js";
import { artifact, artifactList, inputArtifact, optional, parameter } from "../../src/definition/port.js";
import { defineStep } from "../../src/definition/step.js";
import { defineWorkflow, statusSchema } from "../../src/definition/workflow.js";

export const load = defineStep({
  name: "load",
  description: "Reads the file.",
  inputs: { dataset: artifact(file("csv")), share: parameter(z.number().gt(0).lt(1), 0.2) },
  outputs: { rows: artifact(table), names: parameter(z.array(z.string())) },
  run: () => {
    throw new Error("not run");
  },
});
export const train = defineStep({
  name: "train",
  inputs: { name: parameter(z.string()) },
  outputs: { model: artifact(json(z.number())), score: parameter(z.number()) },
  run: () => ({ model: 1, score: 1 }),
});
export const pick = defineStep({
  name: "pick",
  inputs: { models: artifactList(json(z.number())), rows: optional(artifact(table)) },
  outputs: { best: artifact(json(z.number())), good: parameter(z.boolean()) },
  run: () => ({ best: 1, good: true }),
});
export const improve = defineStep({
  name: "improve",
  inputs: { model: artifact(json(z.number())) },
  outputs: { model: artifact(json(z.number())), done: parameter(z.boolean()) },
  run: () => ({ model: 1, done: true }),
});
export const notify = defineStep({
  name: "notify",
  inputs: { status: parameter(statusSchema) },
  run: () => ({}),
  outputs: {},
});
export const publishing = defineWorkflow({
  name: "publishing",
  parameters: { name: parameter(z.string()) },
  build(dag, { name }) {
    dag.task(train, { name });
  },
});

/** Contains each kind of task once. */
export const everything = defineWorkflow({
  name: "everything",
  description: "Each kind of task, once.",
  parameters: { mode: parameter(z.enum(["fast", "slow"]), "fast") },
  artifacts: { dataset: inputArtifact(file("csv"), { path: "data/d.csv", key: "datasets/d.csv" }) },
  build(dag, { dataset, mode }) {
    const data = dag.task(load, { dataset });
    const models = dag.map(train, data.names, (name) => ({ name }));
    const picked = dag.task(pick, { models: models.model, rows: data.rows });
    const improved = dag.repeat(
      improve,
      { model: picked.best },
      { until: (round) => round.done.equals(true), next: (round) => ({ model: round.model }), maxRounds: 5 },
      { when: picked.good.equals(false) },
    );
    const best = dag.firstOf(improved.model, picked.best);
    const { by } = dag.approve({ name: "review", fields: { by: z.string() }, shows: { best } });
    dag.task(publishing, { name: by }, { after: [data], name: "publish" });
    dag.task(train, { name: mode }, { name: "again", after: ["publish"] });
    return { best };
  },
  onExit(dag, { status }) {
    dag.task(notify, { status });
  },
});
