import { describe, expect, expectTypeOf, test } from "vitest";
import * as z from "zod";
import {
  ContractError,
  TransientError,
  UnavailableError,
  UsageError,
} from "../../../src/definition/errors.js";
import { scriptStep } from "../../../src/external-steps/inline-script/script-step.js";
import { findProgram } from "../../../src/external-steps/local-process.js";
import { artifact, optional, parameter, text } from "../../../src/index.js";

function shell(source: string) {
  return scriptStep({
    name: "shell",
    inputs: { text: parameter(z.string(), "none") },
    result: z.string(),
    image: "busybox:1.37",
    command: ["sh", "-eu"],
    source,
  });
}

describe("a script in another language", () => {
  test("is in the manifest as it was written", () => {
    expect(shell('echo "$INPUT_text"\n').implementation).toEqual({
      kind: "script",
      image: "busybox:1.37",
      command: ["sh", "-eu"],
      source: 'echo "$INPUT_text"\n',
      env: { INPUT_text: "text" },
    });
  });

  test("runs on this machine", async () => {
    expect(await shell('printf "%s\\n\\n" "$INPUT_text"').run({ text: "it's\n{{x}}" })).toEqual({
      result: "it's\n{{x}}\n",
    });
  });

  test("receives a missing optional parameter as (absent)", async () => {
    const step = scriptStep({
      name: "a",
      inputs: { auc: optional(parameter(z.number())) },
      result: z.boolean(),
      image: "busybox:1.37",
      command: ["sh"],
      source: 'if [ "$INPUT_auc" != "(absent)" ]; then echo true; else echo false; fi',
    });

    expect(await step.run({ auc: undefined })).toEqual({ result: false });
    expect(await step.run({ auc: 0.5 })).toEqual({ result: true });
  });

  test("runs as a Node module if it would do so in its image", async () => {
    const step = scriptStep({
      name: "a",
      inputs: {},
      result: z.string(),
      image: "node:24-slim",
      command: ["node", "--no-warnings"],
      source: 'console.log(require("node:path").basename(__filename));',
    });

    expect(await step.run({})).toEqual({ result: "script" });
  });

  test.skipIf(findProgram(["python3"]) === undefined)("runs in Python, by python3 for python", async () => {
    const step = scriptStep({
      name: "summarise",
      inputs: { aucs: parameter(z.array(z.number())), title: parameter(z.string()) },
      result: z.object({ title: z.string(), best: z.number() }),
      image: "python:3.13-slim",
      command: ["python"],
      source: `
import json, os, sys
aucs = json.loads(os.environ["INPUT_aucs"])
print("reading", len(aucs), file=sys.stderr)
print(json.dumps({"title": os.environ["INPUT_title"], "best": max(aucs)}))
`,
    });

    expect(await step.run({ aucs: [0.5, 0.75], title: 'é "{{x}}"' })).toEqual({
      result: { title: 'é "{{x}}"', best: 0.75 },
    });
  });

  test("keeps a byte order mark that it prints", async () => {
    expect(await shell("printf '\\357\\273\\277a'").run({ text: "" })).toEqual({ result: "\ufeffa" });
  });

  test("is incomplete if its command is missing", async () => {
    const step = scriptStep({
      name: "fit",
      inputs: {},
      result: z.string(),
      image: "r-base:4.5.1",
      command: ["Rscript-that-nobody-has"],
      source: "cat(1)",
    });

    await expect(step.run({})).rejects.toThrow(
      new UnavailableError(
        "script step fit needs Rscript-that-nobody-has, which this machine does not have. Install it, or run the workflow in the cluster, where r-base:4.5.1 has it.",
      ),
    );
  });

  test.each([
    ["1", "exit 1", Error],
    ["2, which is not retried,", "exit 2", UsageError],
    ["65, which is not retried,", "exit 65", ContractError],
    ["75", "exit 75", TransientError],
    ["137, when it was killed,", "kill -9 $$", Error],
  ])("fails with exit code %s and what it said", async (label, end, kind) => {
    const running = shell(`echo one >&2; printf two >&2; ${end}`).run({ text: "" });

    await expect(running).rejects.toBeInstanceOf(kind);
    await expect(running).rejects.toThrow(
      `the script ended with exit code ${Number.parseInt(label, 10)}.\none\ntwo`,
    );
  });

  test("fails when its result breaks the schema", async () => {
    const step = scriptStep({
      name: "a",
      inputs: {},
      result: z.int(),
      image: "busybox:1.37",
      command: ["sh"],
      source: "echo many",
    });

    await expect(step.run({})).rejects.toThrow(
      new ContractError('result: found "many", expected an integer.'),
    );
  });

  test.each([
    ["bytes that are not UTF-8", "printf '\\377'", "printed bytes that are not UTF-8."],
    [
      "more than Argo keeps",
      "head -c 300000 /dev/zero | tr '\\0' a",
      "printed 300000 bytes, a result may have 262144. Print less, or write to standard error.",
    ],
  ])("fails when it prints %s", async (_, source, message) => {
    await expect(shell(source).run({ text: "" })).rejects.toThrow(new ContractError(`the script ${message}`));
  });

  test("may print as much as Argo keeps, and a line feed", async () => {
    const { result } = await shell("head -c 262144 /dev/zero | tr '\\0' a; echo").run({ text: "" });

    expect(result).toHaveLength(262_144);
  });
});

describe("defining a script in another language refuses", () => {
  test("{{ in its source, with its line", () => {
    expect(() => shell("echo\necho {{workflow.name}}")).toThrow(
      'script step shell: line 2 of its source has {{, which Argo would replace. Write it in another way, such as "{" + "{" or "{ {".',
    );
  });

  test("an empty command", () => {
    expect(() =>
      scriptStep({ name: "a", inputs: {}, result: z.string(), image: "busybox", command: [], source: "" }),
    ).toThrow("script step a: its command is empty. Name an interpreter.");
  });
});

test("wrong types of a script do not compile", () => {
  const rest = { name: "a", result: z.string(), image: "busybox", command: ["sh"], source: "" };
  const refused = (): unknown[] => [
    // @ts-expect-error an artifact as an input
    scriptStep({ ...rest, inputs: { a: artifact(text) } }),
    // @ts-expect-error a command that is not a list
    scriptStep({ ...rest, inputs: {}, command: "sh" }),
    // @ts-expect-error a missing source
    scriptStep({ ...rest, inputs: {}, source: undefined }),
  ];
  expectTypeOf(refused).returns.toBeArray();
  expectTypeOf(shell("").run).returns.resolves.toEqualTypeOf<{ readonly result: string }>();
});
