import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";

const fixtures = fileURLToPath(new URL("../fixtures/type-errors/", import.meta.url));
const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));

/** What the compiler printed about each fixture. */
const messages = new Map<string, string>();

beforeAll(() => {
  const compiler = join(typescript, "bin", "tsc");
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [compiler, "--noEmit", "--pretty", "false", "-p", fixtures],
    { cwd: fixtures, encoding: "utf8", timeout: 55_000 },
  );
  expect({ status: status === 0, stderr }).toEqual({ status: false, stderr: "" });
  for (const message of stdout.trim().split(/\n(?=\S)/)) {
    const match = /^(?<file>[^(]+)\.ts\((?<position>\d+,\d+)\): error TS\d+: (?<text>.*)$/s.exec(message);
    const file = match?.groups?.file ?? "";
    const known = messages.get(file);
    messages.set(
      file,
      `${known === undefined ? "" : `${known}\n`}${match?.groups?.position} ${match?.groups?.text ?? message}`,
    );
  }
}, 60_000);

const perhaps =
  "This value may not exist: its task has a condition. Wire it to an optional(…) input, or choose with dag.firstOf(…).";
const inputs =
  "{ readonly c?: number | ParameterRef<number>; readonly xTrain: ArtifactRef<ColumnTable>; readonly yTrain: ArtifactRef<ColumnValues>; }";

describe("the compiler's first line, with its position, is about", () => {
  test.each([
    [
      "wrong-payload",
      "10,23 Type 'ArtifactRef<ColumnValues>' is not assignable to type 'ArtifactRef<ColumnTable>'.",
    ],
    [
      "missing-input",
      `10,21 Property 'yTrain' is missing in type '{ xTrain: ArtifactRef<ColumnTable>; }' but required in type '${inputs}'.`,
    ],
    [
      "surplus-input",
      `10,65 Object literal may only specify known properties, but 'zTrain' does not exist in type '${inputs}'. Did you mean to write 'xTrain'?`,
    ],
    [
      "misspelt-output",
      "10,36 Property 'xTran' does not exist on type 'TaskRefs<{ xTrain: ArtifactPort<ColumnTable, \"required\">; " +
        'yTrain: ArtifactPort<ColumnValues, "required">; rows: ParameterPort<number, "required">; }, undefined>\'. Did you mean \'xTrain\'?',
    ],
    [
      "parameter-of-another-type",
      "10,23 Type 'string' is not assignable to type 'number | ParameterRef<number>'.",
    ],
    [
      "parameter-for-an-artifact",
      "10,23 Type 'ParameterRef<number>' is missing the following properties from type 'ArtifactRef<ColumnTable>': codec, list",
    ],
    [
      "condition-on-another-type",
      "10,60 Argument of type 'string' is not assignable to parameter of type 'number'.",
    ],
    [
      "condition-on-a-misspelt-value",
      '10,104 Argument of type \'"newtn"\' is not assignable to parameter of type \'"gradient" | "newton"\'.',
    ],
    [
      "order-of-texts",
      "10,106 Argument of type 'number' is not assignable to parameter of type 'NotAllowed<\"only a number can be less or greater than another\">'.",
    ],
    [
      "condition-on-what-may-not-exist",
      `10,63 Argument of type 'number' is not assignable to parameter of type 'NotAllowed<"${perhaps}">'.`,
    ],
    [
      "value-that-may-not-exist",
      "10,23 Type 'MaybeParameterRef<number>' is not assignable to type 'number | ParameterRef<number>'.",
    ],
    [
      "artifact-that-may-not-exist",
      "10,44 Type 'MaybeArtifactRef<ColumnValues>' is not assignable to type 'ArtifactRef<ColumnValues>'.",
    ],
    [
      "output-that-may-not-exist",
      "6,3 Type '(dag: Dag) => { pages: MaybeParameterRef<number>; }' is not assignable to type " +
        "'(dag: Dag, inputs: Refs<Nothing>) => void | Readonly<Record<string, ArtifactRef<unknown> | ParameterRef<unknown>>>'.",
    ],
    [
      "unknown-option",
      "10,57 Object literal may only specify known properties, but 'retrry' does not exist in type 'TaskOptions<undefined>'. Did you mean to write 'retry'?",
    ],
    ["nested-timeout", "9,27 Type 'string' is not assignable to type 'undefined'."],
    ["wrong-output-of-a-step", "8,17 Type 'string' is not assignable to type 'number'."],
    [
      "default-of-another-type",
      "4,43 Argument of type 'string' is not assignable to parameter of type 'number'.",
    ],
  ])("%s", (fixture, message) => {
    expect(messages.get(fixture)?.split("\n")[0]).toBe(message);
  });

  test("nothing else", () => {
    const fixtureNames = readdirSync(fixtures).filter((name) => name.endsWith(".ts") && name !== "steps.ts");

    expect([...messages.keys()].map((name) => `${name}.ts`).sort()).toEqual(fixtureNames.sort());
  });
});

test.each(["value-that-may-not-exist", "artifact-that-may-not-exist", "output-that-may-not-exist"])(
  "the compiler says how to fix a %s",
  (fixture) => {
    expect(messages.get(fixture)).toContain(`Type '"${perhaps}"' is not assignable to type '"always"'.`);
  },
);
