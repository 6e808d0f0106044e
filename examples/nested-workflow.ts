/** A workflow as a task of another workflow: defined once, used twice with different inputs. */
import { defineStep, defineWorkflow, parameter } from "@tiphys/workflow";
import * as z from "zod";

const toKelvin = defineStep({
  name: "to-kelvin",
  inputs: { celsius: parameter(z.array(z.number())) },
  outputs: { kelvin: parameter(z.array(z.number())) },
  run: ({ celsius }) => ({ kelvin: celsius.map((value) => value + 273.15) }),
});

const highest = defineStep({
  name: "highest",
  inputs: { values: parameter(z.array(z.number()).min(1)) },
  outputs: { value: parameter(z.number()) },
  run: ({ values }) => ({ value: Math.max(...values) }),
});

const difference = defineStep({
  name: "difference",
  inputs: { from: parameter(z.number()), to: parameter(z.number()) },
  outputs: { kelvin: parameter(z.number()) },
  run: ({ from, to }) => ({ kelvin: to - from }),
});

const peak = defineWorkflow({
  name: "peak",
  parameters: { celsius: toKelvin.inputs.celsius },
  build(dag, { celsius }) {
    const { kelvin } = dag.task(toKelvin, { celsius });
    return { kelvin: dag.task(highest, { values: kelvin }).value };
  },
});

export const nestedWorkflow = defineWorkflow({
  name: "nested-workflow",
  description: "By how much the summer's peak is above the winter's.",
  build(dag) {
    const winter = dag.task(peak, { celsius: [-3, 2, 4] }, { name: "winter" });
    const summer = dag.task(peak, { celsius: [19, 30, 24] }, { name: "summer" });
    return { kelvin: dag.task(difference, { from: winter.kelvin, to: summer.kelvin }).kelvin };
  },
});
