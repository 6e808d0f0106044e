/** A map over a list that turns out to be empty: nothing runs, and later tasks receive empty lists. */
import { artifact, artifactList, defineStep, defineWorkflow, parameter, text } from "@tiphys/workflow";
import * as z from "zod";

const findOutliers = defineStep({
  name: "find-outliers",
  inputs: { values: parameter(z.array(z.number())), limit: parameter(z.number()) },
  outputs: { outliers: parameter(z.array(z.number())) },
  run: ({ values, limit }) => ({ outliers: values.filter((value) => Math.abs(value) > limit) }),
});

const explainOutlier = defineStep({
  name: "explain-outlier",
  inputs: { value: parameter(z.number()), limit: parameter(z.number()) },
  outputs: { distance: parameter(z.number()), sentence: artifact(text) },
  run({ value, limit }) {
    const distance = Math.abs(value) - limit;
    return { distance, sentence: `${value} is ${distance} beyond the limit.\n` };
  },
});

const listOutliers = defineStep({
  name: "list-outliers",
  inputs: { distances: parameter(z.array(z.number())), sentences: artifactList(text) },
  outputs: { count: parameter(z.int()), largest: parameter(z.number()), list: artifact(text) },
  run: ({ distances, sentences }) => ({
    count: sentences.length,
    largest: Math.max(0, ...distances),
    list: sentences.length === 0 ? "There are none.\n" : sentences.join(""),
  }),
});

export const emptyMap = defineWorkflow({
  name: "empty-map",
  description: "Look for outliers where there are none (--set limit=5 finds two).",
  parameters: { values: parameter(z.array(z.number()), [1, -7, 3, 9]), limit: parameter(z.number(), 10) },
  build(dag, { values, limit }) {
    const { outliers } = dag.task(findOutliers, { values, limit });
    const explained = dag.map(explainOutlier, outliers, (value) => ({ value, limit }));
    return { ...dag.task(listOutliers, { distances: explained.distance, sentences: explained.sentence }) };
  },
});
