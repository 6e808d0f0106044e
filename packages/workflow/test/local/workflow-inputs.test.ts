import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { UsageError } from "../../src/definition/errors.js";
import { digest } from "../../src/files/digest.js";
import {
  artifact,
  artifactList,
  defineWorkflow,
  inputArtifact,
  optional,
  parameter,
  text,
} from "../../src/index.js";
import { type GivenInputs, workflowInputs } from "../../src/local/workflow-inputs.js";
import { tempDir } from "../temp-dir.js";

const workflow = defineWorkflow({
  name: "training",
  parameters: {
    seed: parameter(z.int(), 42),
    name: parameter(z.string(), "a"),
    rate: optional(parameter(z.number())),
  },
  artifacts: {
    dataset: inputArtifact(text, { path: "data/a.csv", key: "a.csv" }),
    extra: optional(artifact(text)),
  },
  build() {},
});

function project(): string {
  const root = tempDir();
  mkdirSync(join(root, "data"));
  writeFileSync(join(root, "data/a.csv"), "a");
  writeFileSync(join(root, "b.csv"), "bb");
  return root;
}

describe("the inputs of a run", () => {
  test("are the defaults if nothing is set", async () => {
    const root = project();

    expect(await workflowInputs(workflow, { root }, digest)).toEqual({
      seed: { kind: "parameter", text: "42" },
      name: { kind: "parameter", text: "a" },
      dataset: {
        kind: "artifact",
        artifact: {
          path: join(root, "data/a.csv"),
          sha256: "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
          bytes: 1,
        },
      },
    });
  });

  test("stay unchanged when a link in their path changes, as runs/latest does", async () => {
    const root = tempDir();
    for (const run of ["first", "second"]) {
      mkdirSync(join(root, run));
      writeFileSync(join(root, run, "model.txt"), run);
    }
    symlinkSync("first", join(root, "latest"));
    symlinkSync("model.txt", join(root, "first", "linked.txt"));
    const given = (path: string) => workflowInputs(workflow, { root, set: { dataset: path } }, digest);

    expect(await given("latest/model.txt")).toMatchObject({
      dataset: { artifact: { path: join(root, "first/model.txt"), bytes: 5 } },
    });
    // A file keeps the given name: behind a link it may have another one.
    expect(await given("latest/linked.txt")).toMatchObject({
      dataset: { artifact: { path: join(root, "first/linked.txt") } },
    });
  });

  test("are the given values or texts", async () => {
    const root = project();

    const inputs = await workflowInputs(
      workflow,
      {
        root: "/none",
        cwd: root,
        parameters: { seed: 7 },
        set: { name: "42", rate: " 0.50 ", dataset: "b.csv", extra: join(root, "data/a.csv") },
      },
      digest,
    );

    expect(inputs).toMatchObject({
      seed: { text: "7" },
      name: { text: "42" },
      rate: { text: "0.5" },
      dataset: { artifact: { path: join(root, "b.csv"), bytes: 2 } },
      extra: { artifact: { path: join(root, "data/a.csv") } },
    });
  });

  test.each<[string, GivenInputs, string]>([
    [
      "an unknown name",
      { set: { sede: "1" } },
      'training has no parameter or artifact "sede". Did you mean "seed"?',
    ],
    [
      "a name of nothing like it",
      { parameters: { temperature: 1 } },
      'training has no parameter or artifact "temperature". It has seed, name, rate, dataset, extra.',
    ],
    ["a wrong value", { parameters: { seed: 1.5 } }, 'parameter "seed": found 1.5, expected an integer.'],
    ["a wrong text", { set: { seed: "1.5" } }, 'parameter "seed": found 1.5, expected an integer.'],
    [
      "a text that is not JSON",
      { set: { rate: "fast" } },
      'parameter "rate": found "fast", expected a number.',
    ],
    [
      "a file that does not exist",
      { set: { dataset: "/none/a.csv" } },
      'artifact "dataset": /none/a.csv does not exist. Name another: --set dataset=PATH',
    ],
    [
      "an artifact among the parameters",
      { parameters: { dataset: "b.csv" } },
      'training: "dataset" is an artifact. Set its path with the option "set".',
    ],
  ])("are refused for %s", async (_, given, message) => {
    await expect(workflowInputs(workflow, { root: project(), ...given }, digest)).rejects.toThrow(
      new UsageError(message),
    );
  });

  test.each([
    [
      "parameter",
      { parameters: { seed: parameter(z.int()) } },
      'parameter "seed" has no default. Give it a value: --set seed=…',
    ],
    [
      "artifact",
      { artifacts: { dataset: artifact(text) } },
      'artifact "dataset" has no default. Give it a file: --set dataset=PATH',
    ],
  ])("are refused where a required %s is missing", async (_, ports, message) => {
    const required = defineWorkflow({ name: "training", ...ports, build() {} });

    await expect(workflowInputs(required, {}, digest)).rejects.toThrow(new UsageError(message));
  });

  test("are refused if the workflow has none", async () => {
    const none = defineWorkflow({ name: "none", build() {} });

    await expect(workflowInputs(none, { set: { a: "1" } }, digest)).rejects.toThrow(
      new UsageError('none has no parameter or artifact "a". It has none.'),
    );
  });

  test("may be lists of files, given as a folder", async () => {
    const root = project();
    const listed = defineWorkflow({ name: "listed", artifacts: { parts: artifactList(text) }, build() {} });
    for (const i of [10, 9]) writeFileSync(join(root, `data/${i}.txt`), `${i}`);

    expect(await workflowInputs(listed, { cwd: root, set: { parts: "data" } }, digest)).toMatchObject({
      parts: {
        kind: "list",
        artifacts: [{ path: join(root, "data/9.txt") }, { path: join(root, "data/10.txt") }],
      },
    });
    await expect(workflowInputs(listed, { cwd: root, set: { parts: "b.csv" } }, digest)).rejects.toThrow(
      new UsageError(`artifact "parts": ${root}/b.csv is not a directory. Expected one with 0.txt, 1.txt, …`),
    );
  });
});
