import { describe, expect, test } from "vitest";
import * as z from "zod";
import { DefinitionError } from "../../src/definition/errors.js";
import { artifact, defineStep, optional, parameter, text } from "../../src/index.js";

const run = () => ({});

describe("defining a step", () => {
  test.each([
    [
      "a wrong name",
      () => defineStep({ name: "a_b", inputs: {}, outputs: {}, run }),
      'A step is called "a_b"',
    ],
    [
      "a wrong name of an input",
      () => defineStep({ name: "a", inputs: { "x y": parameter(z.string()) }, outputs: {}, run }),
      'step a: parameter "x y" has a name that Argo refuses',
    ],
    [
      "a wrong name of an output",
      () =>
        defineStep({
          name: "a",
          inputs: {},
          outputs: { parameters: artifact(text) },
          run: () => ({ parameters: "" }),
        }),
      'step a: an artifact cannot be called "parameters"',
    ],
    [
      "an input without a text form",
      () => defineStep({ name: "a", inputs: { at: parameter(z.date()) }, outputs: {}, run }),
      'step a: parameter "at": its schema allows date values',
    ],
    [
      "an output without a text form",
      () =>
        defineStep({
          name: "a",
          inputs: {},
          outputs: { at: parameter(z.date()) },
          run: () => ({ at: new Date() }),
        }),
      'step a: parameter "at": its schema allows date values',
    ],
    [
      "a default that breaks its schema",
      () => defineStep({ name: "a", inputs: { c: parameter(z.number().positive(), -1) }, outputs: {}, run }),
      'step a: parameter "c": found -1, expected a number greater than 0. Fix the default or the schema.',
    ],
  ])("refuses %s", (_, define, message) => {
    expect(define).toThrow(DefinitionError);
    expect(define).toThrow(message);
  });

  test("keeps its description", () => {
    expect(defineStep({ name: "a", description: "Adds.", inputs: {}, outputs: {}, run }).description).toBe(
      "Adds.",
    );
    expect(defineStep({ name: "a", inputs: {}, outputs: {}, run })).not.toHaveProperty("description");
  });
});

describe("calling a step directly", () => {
  const step = defineStep({
    name: "greet",
    inputs: { name: parameter(z.string()), title: optional(parameter(z.string())) },
    outputs: { greeting: parameter(z.string()) },
    run({ name, title }, { log, progress, attempt, signal }) {
      log("greets");
      progress(1, 2);
      return { greeting: `${attempt} ${signal.aborted} ${title ?? "dear"} ${name}` };
    },
  });

  test("needs no context", async () => {
    expect(await step.run({ name: "Ada", title: undefined })).toEqual({ greeting: "1 false dear Ada" });
  });

  test("takes a context", async () => {
    const lines: string[] = [];
    const context = {
      log: (line: string) => lines.push(line),
      progress: (done: number, total: number) => lines.push(`${done}/${total}`),
      signal: new AbortController().signal,
      attempt: 2,
      scratch: "/none",
    };

    expect(await step.run({ name: "Ada", title: "Lady" }, context)).toEqual({ greeting: "2 false Lady Ada" });
    expect(lines).toEqual(["greets", "1/2"]);
  });

  test("needs a scratch directory if the step uses one", () => {
    const scratching = defineStep({
      name: "scratching",
      inputs: {},
      outputs: { path: parameter(z.string()) },
      run: (_, { scratch }) => ({ path: scratch }),
    });

    expect(() => scratching.run({})).toThrow(
      "A step that uses scratch needs a context with a scratch directory: run(inputs, { scratch, … }).",
    );
  });
});
