/** Scripts embedded in the manifest, in TypeScript and in Python: they do not need the image of the project. */
import { defineWorkflow, inlineScript, parameter, scriptStep } from "@tiphys/workflow";
import * as z from "zod";

const drawNumbers = inlineScript({
  name: "draw-numbers",
  description: "Pseudo-random whole numbers below 100, the same for the same seed.",
  inputs: { seed: parameter(z.int().min(0)), count: parameter(z.int().min(1).max(1000)) },
  result: z.array(z.int()),
  run({ seed, count }) {
    const numbers: number[] = [];
    let state = seed;
    for (let i = 0; i < count; i++) {
      state = (state * 1103515245 + 12345) % 2147483648;
      numbers.push(Math.floor((state / 2147483648) * 100));
    }
    console.log(`drew ${numbers.length} numbers`);
    return numbers;
  },
});

const median = scriptStep({
  name: "median",
  description: "The same in another language: what it prints is the result.",
  inputs: { numbers: parameter(z.array(z.number()).min(1)) },
  result: z.number(),
  image: "python:3.13-slim",
  command: ["python"],
  source: `import json, os, statistics
print(statistics.median(json.loads(os.environ["INPUT_numbers"])))
`,
});

export const inlineScripts = defineWorkflow({
  name: "inline-script",
  description: "Draw some numbers in TypeScript, and take their median in Python.",
  parameters: { seed: parameter(z.int().min(0), 7), count: parameter(z.int().min(1).max(1000), 5) },
  build(dag, { seed, count }) {
    const numbers = dag.task(drawNumbers, { seed, count }).result;
    return { numbers, median: dag.task(median, { numbers }).result };
  },
});
