import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { parse, stringify } from "yaml";
import * as z from "zod";
import { ContractError, DefinitionError } from "../../../src/definition/errors.js";
import { inlineScript } from "../../../src/external-steps/inline-script/inline-script.js";
import {
  artifact,
  defineWorkflow,
  optional,
  parameter,
  type Step,
  type StepContext,
  text,
} from "../../../src/index.js";
import { tempDir } from "../../temp-dir.js";

/** A context like the local runner's, with the logged lines. */
function newContext(signal = new AbortController().signal): StepContext & { readonly lines: string[] } {
  const lines: string[] = [];
  const scratch = join(tempDir(), "scratch");
  mkdirSync(scratch);
  return { lines, log: (line) => void lines.push(line), progress() {}, signal, attempt: 1, scratch };
}

function scriptOf(step: Step): { image: string; command: readonly string[]; source: string; env: object } {
  if (step.implementation?.kind !== "script") throw new Error("It is no script.");
  return step.implementation;
}

const describeSplit = inlineScript({
  name: "describe-split",
  description: "Says how the rows are split.",
  inputs: {
    rows: parameter(z.int()),
    "test-size": parameter(z.number(), 0.2),
    title: parameter(z.string()),
    aucs: parameter(z.array(z.number())),
  },
  result: z.string(),
  async run({ rows, "test-size": testSize, title, aucs }) {
    const { EOL } = await import("node:os");
    console.log("splitting");
    process.stdout.write("not the result\n");
    return `${title}: ${rows * testSize} of ${rows}, best ${Math.max(...aucs)}${EOL}`;
  },
});

describe("an inline script", () => {
  test("is Node's, with its parameters in the environment", () => {
    expect(scriptOf(describeSplit)).toMatchObject({
      image: "node:24-slim",
      command: ["node"],
      env: { INPUT_rows: "rows", INPUT_test_size: "test-size", INPUT_title: "title", INPUT_aucs: "aucs" },
    });
    expect(describeSplit.description).toBe("Says how the rows are split.");
  });

  test("runs, and keeps its output apart from its log", async () => {
    const context = newContext();

    const outputs = await describeSplit.run(
      { rows: 100, "test-size": 0.25, title: "Pima", aucs: [0.5, 0.75] },
      context,
    );

    expect(outputs).toEqual({ result: "Pima: 25 of 100, best 0.75\n" });
    expect(context.lines).toEqual(["splitting", "not the result"]);
    expect(readdirSync(context.scratch)).toEqual([]);
  });

  test("runs without a context, as in a unit test", async () => {
    const add = inlineScript({
      name: "add",
      inputs: { a: parameter(z.number()), b: parameter(z.number(), 2) },
      result: z.number(),
      run: ({ a, b }) => a + b,
    });

    expect(await add.run({ a: 1, b: 3 })).toEqual({ result: 4 });
  });

  test("has a source that a person can read", () => {
    const flip = inlineScript({
      name: "flip-coin",
      inputs: { bias: parameter(z.number()) },
      result: z.enum(["heads", "tails"]),
      image: "node:22-alpine",
      run: ({ bias }) => (Math.random() < bias ? "heads" : "tails"),
    });

    expect(scriptOf(flip).image).toBe("node:22-alpine");
    expect(scriptOf(flip).source).toBe(`"use strict";
const run = ({bias}) => Math.random() < bias ? "heads" : "tails";
const json = (name, text) => {
  try {
    return JSON.parse(text);
  } catch {
    stop(65, \`parameter "\${name}": found \${text}, expected JSON.\`);
  }
};
const inputs = () => ({
  "bias": json("bias", process.env.INPUT_bias),
});
const textOf = (result) => {
  const odd = typeof result !== "string" || !result.isWellFormed() || /(?![\\b\\t\\n\\f\\r])\\p{Cc}/u.test(result);
  return odd || result === "(absent)" ? undefined : result;
};
const stop = (code, ...reason) => {
  console.error(...reason);
  process.exit(code);
};
const print = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);
process.once("beforeExit", () => stop(1, "The function waits for something that never happens."));
(async () => run(inputs()))().then(
  (result) => {
    const text = textOf(result);
    if (text === undefined) stop(65, "result: found", result, "which has no text form.");
    const bytes = Buffer.byteLength(text);
    if (bytes > 262144) stop(65, \`result: found \${bytes} bytes, expected at most 262144.\`);
    print(text + "\\n", () => process.exit(0));
  },
  (error) => stop(1, error),
);
`);
  });

  test("is not changed by YAML", () => {
    const { source } = scriptOf(describeSplit);

    expect(parse(stringify({ source }))).toEqual({ source });
  });

  test("reads every kind of parameter as its schema says", async () => {
    const show = inlineScript({
      name: "show",
      inputs: {
        text: parameter(z.string()),
        choice: parameter(z.enum(["1", "2"])),
        flag: parameter(z.boolean()),
        nothing: parameter(z.number().nullable()),
        object: parameter(z.object({ a: z.string(), b: z.array(z.string()) })),
        texts: parameter(z.array(z.string())),
        numbers: parameter(z.array(z.number()).nullable()),
        missing: optional(parameter(z.number())),
        given: optional(parameter(z.string())),
      },
      result: z.object({ types: z.array(z.string()), values: z.unknown() }),
      run: (inputs) => ({
        types: Object.values(inputs).map((value) => (Array.isArray(value) ? "list" : typeof value)),
        values: inputs,
      }),
    });
    const values = {
      text: "42",
      choice: "1" as const,
      flag: false,
      nothing: null,
      object: { a: "true\0", b: ["1"] },
      texts: ["1", "null"],
      numbers: [1, 2.5],
      given: "x",
    };

    const { result } = await show.run({ ...values, missing: undefined });

    expect(result).toEqual({
      types: ["string", "string", "boolean", "object", "object", "list", "list", "undefined", "string"],
      values,
    });
  });

  test("reads a list from a map, whose items are texts", async () => {
    const best = inlineScript({
      name: "best",
      inputs: { aucs: parameter(z.array(z.number())) },
      result: z.number(),
      run: ({ aucs }) => Math.max(...aucs),
    });
    const { source } = scriptOf(best);

    const { stdout } = spawnSync(process.execPath, ["-"], {
      input: source,
      env: { INPUT_aucs: '["0.5","0.75"]' },
      encoding: "utf8",
    });

    expect(stdout).toBe("0.75\n");
  });

  test("ends when its result is known, whatever is still pending", async () => {
    const lingering = inlineScript({
      name: "lingering",
      inputs: {},
      result: z.int(),
      run() {
        setInterval(() => {}, 1000);
        return 1;
      },
    });

    expect(await lingering.run({})).toEqual({ result: 1 });
  });

  test("can be a task", () => {
    const workflow = defineWorkflow({
      name: "w",
      build(dag) {
        const { result } = dag.task(describeSplit, { rows: 3, title: "a", aucs: [1] });
        return { result };
      },
    });

    expect([...workflow.graph.tasks.keys()]).toEqual(["describe-split"]);
  });
});

// Texts that a parameter of Argo cannot hold and that `encodeParameter` refuses.
const unquotable = /(?![\b\t\n\f\r])\p{Cc}|(?=[\u{10000}-\u{10ffff}])\p{C}/u;

test("any text passes through a script unchanged", async () => {
  const join = inlineScript({
    name: "join",
    inputs: { text: parameter(z.string()), texts: parameter(z.array(z.string())) },
    result: z.string(),
    run: ({ text, texts }) => [text, ...texts].join("\n|"),
  });
  const odd = [
    "",
    "\n",
    "a\n",
    "\r\n",
    '"',
    "'",
    "{{x}}",
    "{{inputs.parameters.text}}",
    "$(HOME) $$",
    "`id`",
  ];
  const texts = fc
    .oneof(fc.string({ unit: "binary" }), fc.constantFrom(...odd, "\\n", "é😀\u2028", "null", "1"))
    .filter((text) => !unquotable.test(text) && text !== "(absent)");

  await fc.assert(
    fc.asyncProperty(texts, fc.array(texts), async (text, list) => {
      expect(await join.run({ text, texts: list })).toEqual({ result: [text, ...list].join("\n|") });
    }),
    { numRuns: 8, examples: [["a\n{{x}}\"'$$\\ é😀", odd]] },
  );
});

describe("an inline script fails", () => {
  const run = async (fn: (inputs: { a: string }) => never): Promise<Error> => {
    const step = inlineScript({
      name: "a",
      inputs: { a: parameter(z.string()) },
      result: z.string(),
      run: fn,
    });
    const error: unknown = await Promise.resolve(step.run({ a: "x" })).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(Error);
    return error as Error;
  };

  test("with the stack of what it throws", async () => {
    const error = await run(({ a }) => {
      throw new RangeError(`no ${a}`, { cause: "why" });
    });

    expect(error.name).toBe("Error");
    expect(error.message).toMatch(
      /^the script ended with exit code 1\.\nRangeError: no x\n {4}at run \(.*script:3/,
    );
    expect(error.message).toContain("[cause]: 'why'");
  });

  test("when it waits for something that never happens", async () => {
    const error = await run((() => new Promise(() => {})) as never);

    expect(error.message).toBe(
      "the script ended with exit code 1.\nThe function waits for something that never happens.",
    );
  });

  test.each<[string, () => never, string]>([
    ["is of another type", (() => 3) as never, "result: found 3 which has no text form."],
    ["is missing", (() => {}) as never, "result: found undefined which has no text form."],
    ["holds a control character", (() => "\x07") as never, "result: found \x07 which has no text form."],
    ["stands for nothing", (() => "(absent)") as never, "result: found (absent) which has no text form."],
    ["is half a character", (() => "\ud800") as never, "result: found \ufffd which has no text form."],
    [
      "is too long",
      (() => "a".repeat(262_145)) as never,
      "result: found 262145 bytes, expected at most 262144.",
    ],
  ])("with exit code 65 when its result %s", async (_, fn, message) => {
    const error = await run(fn);

    expect(error).toBeInstanceOf(ContractError);
    expect(error.message).toBe(`the script ended with exit code 65.\n${message}`);
  });

  test("with exit code 65 when its result breaks the schema", async () => {
    const step = inlineScript({ name: "a", inputs: {}, result: z.number().min(1), run: () => 0 });

    await expect(step.run({})).rejects.toThrow(
      new ContractError("result: found 0, expected a number at least 1."),
    );
  });

  test.each([
    ["a value that breaks its schema", 3 as never, 'parameter "a": found 3, expected a text.'],
    [
      "more than an environment variable may have",
      "a".repeat(131_064),
      'parameter "a" has 131073 bytes with its name, an environment variable may have 131072.',
    ],
  ])("when it gets %s", async (_, a, message) => {
    const step = inlineScript({
      name: "a",
      inputs: { a: parameter(z.string()) },
      result: z.string(),
      run: (inputs) => inputs.a,
    });

    await expect(step.run({ a })).rejects.toThrow(ContractError);
    await expect(step.run({ a })).rejects.toThrow(message);
  });

  test("takes the longest parameter that an environment variable can hold", async () => {
    const step = inlineScript({
      name: "a",
      inputs: { a: parameter(z.string()) },
      result: z.int(),
      run: (inputs) => inputs.a.length,
    });

    expect(await step.run({ a: "a".repeat(131_063) })).toEqual({ result: 131_063 });
  });

  test("and its process is ended when the run is stopped", async () => {
    const stopping = new AbortController();
    const context = newContext(stopping.signal);
    const step = inlineScript({
      name: "a",
      inputs: {},
      result: z.int(),
      run() {
        console.log(process.pid);
        while (true);
      },
    });

    const running = expect(step.run({}, context)).rejects.toThrow("stopped");
    await expect.poll(() => context.lines.length, { timeout: 10_000 }).toBe(1);
    stopping.abort(new Error("stopped"));

    await running;
    expect(isRunning(context.lines[0])).toBe(false);
  });

  test("and its process is ended when the process that runs it is killed", async () => {
    const program = fileURLToPath(new URL("../../fixtures/inline-script/run-for-ever.ts", import.meta.url));
    const worker = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), program, tempDir()]);
    const script = await new Promise<string>((resolve) =>
      worker.stdout.once("data", (bytes) => resolve(`${bytes}`)),
    );
    expect(isRunning(script)).toBe(true);

    worker.kill("SIGKILL");

    await expect.poll(() => isRunning(script), { timeout: 10_000 }).toBe(false);
  });
});

function isRunning(pid: string | undefined): boolean {
  try {
    return process.kill(Number(pid), 0);
  } catch {
    return false;
  }
}

describe("defining an inline script", () => {
  test("refuses a function that uses something from outside", () => {
    const offset = 3;

    expect(() =>
      inlineScript({ name: "a", inputs: {}, result: z.number(), run: () => Math.random() + offset }),
    ).toThrow(
      new DefinitionError(
        "inline script a: its function uses offset from outside its own body, which the script does not have: pass values as inputs and define functions inside.",
      ),
    );
  });

  test("refuses two parameters with the same environment variable", () => {
    const port = parameter(z.string());

    expect(() =>
      inlineScript({ name: "a", inputs: { "a-b": port, a_b: port }, result: z.string(), run: () => "" }),
    ).toThrow(
      'inline script a: parameters "a-b" and "a_b" would both be the environment variable INPUT_a_b. Rename one of them.',
    );
  });

  test("refuses a {{ that it cannot write in another way", () => {
    expect(() =>
      inlineScript({ name: "a", inputs: {}, result: z.string(), run: () => /{{x}}/.source }),
    ).toThrow("inline script a: line 2 of its source has {{, which Argo would replace.");
  });

  test("refuses a result without a text form", () => {
    expect(() => inlineScript({ name: "a", inputs: {}, result: z.date(), run: () => new Date(0) })).toThrow(
      'step a: parameter "result": its schema allows date values',
    );
  });
});

test("wrong types of an inline script do not compile", () => {
  const a = parameter(z.number());
  const refused = (): unknown[] => [
    // @ts-expect-error the function's parameter has another type than the input
    inlineScript({ name: "a", inputs: { a }, result: z.number(), run: (_: { a: string }) => 1 }),
    // @ts-expect-error the function reads an input that is not declared
    inlineScript({ name: "a", inputs: { a }, result: z.number(), run: ({ b }) => b }),
    // @ts-expect-error the function returns another type than the result
    inlineScript({ name: "a", inputs: {}, result: z.string(), run: () => 3 }),
    // @ts-expect-error the function returns none of the choices
    inlineScript({ name: "a", inputs: {}, result: z.enum(["a", "b"]), run: () => "c" }),
    // @ts-expect-error a promise of another type than the result
    inlineScript({ name: "a", inputs: {}, result: z.string(), run: async () => 3 }),
    // @ts-expect-error a function with a second parameter
    inlineScript({ name: "a", inputs: {}, result: z.int(), run: (_: object, context: object) => +!context }),
    // @ts-expect-error an artifact as an input
    inlineScript({ name: "a", inputs: { a: artifact(text) }, result: z.string(), run: () => "" }),
    // @ts-expect-error an optional input that the function requires
    inlineScript({ name: "a", inputs: { b: optional(a) }, result: z.int(), run: ({ b }) => b + 1 }),
    // @ts-expect-error an option that does not exist
    inlineScript({ name: "a", inputs: {}, result: z.string(), run: () => "", imag: "node" }),
  ];
  expectTypeOf(refused).returns.toBeArray();

  expectTypeOf(describeSplit.run).parameter(0).toEqualTypeOf<{
    readonly rows: number;
    readonly "test-size": number;
    readonly title: string;
    readonly aucs: number[];
  }>();
  expectTypeOf(describeSplit.outputs.result.payload).toEqualTypeOf<string>();
});
