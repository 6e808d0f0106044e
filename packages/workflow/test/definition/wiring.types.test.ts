import type { ColumnTable } from "arquero";
import { describe, expectTypeOf, test } from "vitest";
import * as z from "zod";
import {
  type ArtifactRef,
  artifact,
  artifactList,
  type ColumnValues,
  column,
  defineStep,
  defineWorkflow,
  html,
  json,
  type MaybeParameterRef,
  optional,
  type ParameterRef,
  parameter,
  table,
} from "../../src/index.js";

const split = defineStep({
  name: "split",
  inputs: { testSize: parameter(z.number()), seed: parameter(z.int(), 42) },
  outputs: { xTrain: artifact(table), yTrain: artifact(column), rows: parameter(z.int()) },
  run: () => {
    throw new Error("never runs");
  },
});
const train = defineStep({
  name: "train",
  inputs: { xTrain: artifact(table), yTrain: artifact(column), c: parameter(z.number(), 1) },
  outputs: { model: artifact(json(z.object({ coef: z.array(z.number()) }))), auc: parameter(z.number()) },
  run: () => ({ model: { coef: [1] }, auc: 0.5 }),
});
const report = defineStep({
  name: "report",
  inputs: { page: optional(artifact(html)), flip: optional(parameter(z.enum(["heads", "tails"]))) },
  outputs: { flip: parameter(z.enum(["heads", "tails"])) },
  run: ({ page, flip }) => {
    expectTypeOf(page).toEqualTypeOf<string | undefined>();
    expectTypeOf(flip).toEqualTypeOf<"heads" | "tails" | undefined>();
    return { flip: "heads" };
  },
});
const collect = defineStep({
  name: "collect",
  inputs: {
    models: artifactList(json(z.object({ coef: z.array(z.number()) }))),
    aucs: parameter(z.array(z.number())),
  },
  outputs: {},
  run: ({ models, aucs }) => {
    expectTypeOf(models).toEqualTypeOf<readonly { coef: number[] }[]>();
    expectTypeOf(aucs).toEqualTypeOf<number[]>();
    return {};
  },
});

describe("wiring that fits", () => {
  test("returns references typed by the step's outputs", () => {
    defineWorkflow({
      name: "fits",
      parameters: { testSize: parameter(z.number(), 0.2) },
      build(dag, { testSize }) {
        expectTypeOf(testSize).toEqualTypeOf<ParameterRef<number>>();
        const data = dag.task(split, { testSize });
        expectTypeOf(data.xTrain).toEqualTypeOf<ArtifactRef<ColumnTable>>();
        expectTypeOf(data.yTrain).toEqualTypeOf<ArtifactRef<ColumnValues>>();
        const { model, auc } = dag.task(train, { xTrain: data.xTrain, yTrain: data.yTrain, c: 0.5 });
        const flip = dag.task(report, {}, { when: auc.greaterThan(0.8) });
        expectTypeOf(flip.flip).toEqualTypeOf<MaybeParameterRef<"heads" | "tails">>();
        const again = dag.task(report, { flip: flip.flip }, { name: "again", after: [flip, model] });
        dag.task(report, { flip: dag.firstOf(flip.flip, again.flip) }, { name: "third" });
        const mapped = dag.map(
          train,
          [{ c: 1 }, { c: 2 }],
          (item) => ({ xTrain: data.xTrain, yTrain: data.yTrain, c: item.field("c") }),
          { name: "mapped" },
        );
        expectTypeOf(mapped.auc).toEqualTypeOf<ParameterRef<number[]>>();
        dag.task(collect, { models: mapped.model, aucs: mapped.auc });
        return { model, auc };
      },
      onExit(dag, { status, failures, outputs }) {
        expectTypeOf(status).toEqualTypeOf<ParameterRef<"Succeeded" | "Failed" | "Error">>();
        expectTypeOf(failures.payload).returns.toExtend<readonly { message: string }[] | null>();
        expectTypeOf(outputs.auc).toEqualTypeOf<MaybeParameterRef<number>>();
        dag.task(report, {}, {});
      },
    });
  });
});

describe("wiring that does not compile", () => {
  test("is refused at its line", () => {
    const refused = (): unknown =>
      defineWorkflow({
        name: "refused",
        build(dag) {
          const data = dag.task(split, { testSize: 0.2 });
          // @ts-expect-error a column instead of a table
          dag.task(train, { xTrain: data.yTrain, yTrain: data.yTrain });
          // @ts-expect-error a missing input
          dag.task(train, { xTrain: data.xTrain });
          // @ts-expect-error a surplus input
          dag.task(train, { xTrain: data.xTrain, yTrain: data.yTrain, zTrain: data.yTrain });
          // @ts-expect-error a misspelt output
          dag.task(train, { xTrain: data.xTran, yTrain: data.yTrain });
          // @ts-expect-error a parameter of the wrong type
          dag.task(split, { testSize: "0.2" });
          const { auc, model } = dag.task(train, { xTrain: data.xTrain, yTrain: data.yTrain });
          // @ts-expect-error a parameter instead of an artifact
          dag.task(train, { xTrain: auc, yTrain: data.yTrain });
          // @ts-expect-error an artifact instead of a parameter
          dag.task(split, { testSize: model });
          // @ts-expect-error a condition on a value of another type
          dag.task(report, {}, { when: auc.equals("good") });
          const { flip } = dag.task(report, {}, { when: auc.atLeast(0.8) });
          // @ts-expect-error only numbers are less or greater
          dag.task(report, {}, { when: dag.task(report, {}).flip.greaterThan(3) });
          const need = defineStep({
            name: "need",
            inputs: { flip: parameter(z.string()) },
            outputs: {},
            run: () => ({}),
          });
          // @ts-expect-error a reference that may not exist for a required input
          dag.task(need, { flip });
          // @ts-expect-error a task option that does not exist
          dag.task(need, { flip: "heads" }, { retrry: { limit: 2 } });
          // @ts-expect-error a timeout without a unit
          dag.task(need, { flip: "heads" }, { timeout: "30" });
          // @ts-expect-error a list instead of one artifact
          dag.task(collect, { models: model, aucs: [0.5] });
          return { auc };
        },
      });
    expectTypeOf(refused).returns.toBeUnknown();
    const conditionalOutput = (): unknown =>
      defineWorkflow({
        name: "conditional-output",
        // @ts-expect-error a value that may not exist as an output of the workflow
        build(dag) {
          return { flip: dag.task(report, {}, { when: dag.task(report, {}).flip.equals("heads") }).flip };
        },
      });
    expectTypeOf(conditionalOutput).returns.toBeUnknown();
  });

  test("is refused if a step returns something else than it declared", () => {
    const outputs = { rows: parameter(z.int()), model: artifact(json(z.object({ coef: z.number() }))) };
    // @ts-expect-error an output of the wrong type
    defineStep({ name: "a", inputs: {}, outputs, run: () => ({ rows: "3", model: { coef: 1 } }) });
    // @ts-expect-error a missing output
    defineStep({ name: "a", inputs: {}, outputs, run: () => ({ rows: 3 }) });
    // @ts-expect-error a default that breaks the schema's type
    parameter(z.number(), "0.2");
  });
});
