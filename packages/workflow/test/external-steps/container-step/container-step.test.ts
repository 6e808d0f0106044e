import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, expectTypeOf, test, vi } from "vitest";
import * as z from "zod";
import { ContractError, DefinitionError, UnavailableError } from "../../../src/definition/errors.js";
import { containerStep } from "../../../src/external-steps/container-step/container-step.js";
import { findProgram } from "../../../src/external-steps/local-process.js";
import {
  artifact,
  artifactList,
  file,
  json,
  optional,
  parameter,
  type StepContext,
  text,
} from "../../../src/index.js";
import { tempDir } from "../../temp-dir.js";

const model = json(z.object({ rate: z.number() }));

const train = containerStep({
  name: "train",
  image: "ghcr.io/example/trainer:1.4",
  command: ["sh", "-ec"],
  inputs: {
    "x-train": artifact(text),
    rate: parameter(z.number(), 0.5),
    title: parameter(z.string()),
    parts: artifactList(text),
    notes: optional(artifact(text)),
    seed: optional(parameter(z.int())),
  },
  outputs: {
    model: artifact(model),
    pages: artifactList(text),
    raw: artifact(file("bin")),
    auc: parameter(z.number()),
    title: parameter(z.string()),
  },
  args: ({ inputs, outputs }) => [
    `
      echo "reading \${0##*/}"; echo warning >&2
      test ! -e ${inputs.notes}
      test "$7" = "(absent)"
      echo "{\\"rate\\": $2}" > "$3"
      mkdir "$4"; tac "$1" > "$4/1.txt"; cat ${inputs.parts}/0.txt ${inputs.parts}/1.txt > "$4/0.txt"; echo x > "$4/10.txt"
      printf '\\0\\1' > "${outputs.raw}"
      echo 0.75 > ${outputs.auc}
      printf '%s\\n' "$6" > ${outputs.title}
    `,
    "train",
    inputs["x-train"],
    inputs.rate,
    outputs.model,
    outputs.pages,
    `--rate=${inputs.rate}`,
    inputs.title,
    inputs.seed,
  ],
});

const values = {
  "x-train": "a\nb\n",
  rate: 0.25,
  title: 'it\'s {{inputs.parameters.rate}} "$HOME"\n',
  parts: ["p", "q"],
  notes: undefined,
  seed: undefined,
};

/** A context like the local runner's, with the logged lines. */
function newContext(): StepContext & { readonly lines: string[] } {
  const lines: string[] = [];
  const scratch = join(tempDir(), "scratch");
  mkdirSync(scratch);
  const { signal } = new AbortController();
  return { lines, log: (line) => void lines.push(line), progress() {}, signal, attempt: 1, scratch };
}

describe("a container step in the manifest", () => {
  test("has arguments with Argo's placeholders and the paths in a pod", () => {
    const step = containerStep({
      name: "a",
      image: "busybox:1.37",
      command: ["trainer"],
      inputs: { xTrain: artifact(text), parts: artifactList(text), rate: parameter(z.number()) },
      outputs: { model: artifact(model), pages: artifactList(text), auc: parameter(z.number()) },
      args: ({ inputs, outputs }) => [
        ...["--in", inputs.xTrain, inputs.parts, `--rate=${inputs.rate}`],
        ...["--out", outputs.model, outputs.pages, outputs.auc],
      ],
    });

    expect(step.implementation).toEqual({
      kind: "container",
      image: "busybox:1.37",
      command: ["trainer"],
      args: [
        "--in",
        "/tmp/argo/inputs/xTrain",
        "/tmp/argo/inputs/parts",
        "--rate={{inputs.parameters.rate}}",
        "--out",
        "/tmp/argo/outputs/model.json",
        "/tmp/argo/outputs/pages",
        "/tmp/argo/outputs/parameters/auc",
      ],
    });
  });

  test("may have arguments that name nothing, or none", () => {
    const rest = { name: "a", image: "busybox", command: ["true"], inputs: {}, outputs: {} };

    expect(containerStep({ ...rest, args: ["-v"] }).implementation).toMatchObject({ args: ["-v"] });
    expect(containerStep(rest).implementation).toMatchObject({ args: [] });
  });

  test.each([
    [
      "{{ in an argument",
      ["sh"],
      ["{{workflow.name}}"],
      '"{{workflow.name}}" has {{, which Argo would replace.',
    ],
    ["{{ in the command", ["{{x}}"], [], '"{{x}}" has {{, which Argo would replace.'],
    [
      "the placeholder of an artifact",
      ["sh"],
      ["{{inputs.artifacts.a.path}}"],
      "has {{, which Argo would replace.",
    ],
    [
      "an empty command",
      [],
      [],
      "its command is empty. Name the program: Argo does not read it from the image.",
    ],
  ])("refuses %s", (_, command, args, message) => {
    const define = () =>
      containerStep({
        name: "a",
        image: "busybox",
        command,
        args,
        inputs: { a: artifact(text) },
        outputs: {},
      });

    expect(define).toThrow(DefinitionError);
    expect(define).toThrow(`container step a: `);
    expect(define).toThrow(message);
  });
});

describe("a container step on a machine without docker and podman", () => {
  beforeEach(() => void vi.stubEnv("PATH", tempDir()));
  afterEach(() => void vi.unstubAllEnvs());

  test("is incomplete", async () => {
    await expect(train.run(values, newContext())).rejects.toThrow(
      new UnavailableError(
        "container step train needs docker or podman, and neither works on this machine. Install and start one, or run the workflow in the cluster.",
      ),
    );
  });

  test("is incomplete if docker has no daemon", async () => {
    writeProgram("docker", 'test "$1" = --version');

    await expect(train.run(values, newContext())).rejects.toThrow(UnavailableError);
  });
});

/** Writes a program to the only folder of PATH. */
function writeProgram(name: string, source: string): void {
  const path = join(process.env.PATH ?? "", name);
  writeFileSync(path, `#!/bin/sh\n${source}\n`);
  chmodSync(path, 0o755);
}

// Stands in for a container runtime: runs the command on this machine, with the mounted folders in place of the paths
// that they have in a container.
const runtime = `
[ "$1" = version ] && exit 0
[ "$1" = rm ] && { echo "$@" > "$RUNTIME_FOLDER/removed"; exit 0; }
printf '%s\\n' "$@" > "$RUNTIME_FOLDER/arguments"
[ -n "$RUNTIME_BROKEN" ] && { echo "no such image" >&2; exit 125; }
shift
while [ "$1" != --entrypoint ]; do
  [ "$1" = --volume ] && case $2 in
    *:ro) inputs=\${2%%:*} ;;
    *) outputs=\${2%%:*} ;;
  esac
  shift
done
program=$2; shift 3
count=$#
while [ $count -gt 0 ]; do
  set -- "$@" "$(printf '%s.' "$1" | sed "s|/tmp/argo/inputs|$inputs|g; s|/tmp/argo/outputs|$outputs|g")"
  shift; count=$((count - 1))
done
exec "$RUNTIME_NODE" -e 'const [, program, ...args] = process.argv; const { status } = require("child_process").spawnSync(program, args.map((arg) => arg.slice(0, -1)), { stdio: "inherit" }); process.exit(status ?? 137)' "$program" "$@"
`;

describe.each(["docker", "podman"])("a container step on a machine with %s", (name) => {
  let folder = "";

  beforeEach(() => {
    folder = tempDir();
    const programs = ["sh", "sed", "cat", "tac", "mkdir", "sleep"].map(
      (program) => findProgram([program]) ?? program,
    );
    vi.stubEnv("PATH", folder);
    vi.stubEnv("RUNTIME_FOLDER", folder);
    vi.stubEnv("RUNTIME_NODE", process.execPath);
    for (const program of programs) symlinkSync(program, join(folder, program.split("/").at(-1) ?? ""));
    writeProgram(name, runtime);
  });
  afterEach(() => void vi.unstubAllEnvs());

  test("receives its inputs as files and texts, and returns its outputs", async () => {
    const context = newContext();

    const outputs = await train.run(values, context);

    expect(outputs).toEqual({
      model: { rate: 0.25 },
      pages: ["pq", "b\na\n", "x\n"],
      raw: { file: expect.stringMatching(/outputs\/raw\.bin$/) },
      auc: 0.75,
      title: values.title,
    });
    expect(readFileSync(outputs.raw.file)).toEqual(Buffer.from([0, 1]));
    expect(context.lines.toSorted()).toEqual(["reading train", "warning"]);
  });

  test("runs the image's program, under a name, as this user", async () => {
    await train.run(values, newContext());

    const given = readFileSync(join(folder, "arguments"), "utf8");
    expect(given).toMatch(
      /^run\n--rm\n--name\ntiphys-[-0-9a-f]{36}\n--security-opt\nlabel=disable\n--user(ns=keep-id|\n\d+:\d+)\n--volume\n.+\/inputs:\/tmp\/argo\/inputs:ro\n--volume\n.+\/outputs:\/tmp\/argo\/outputs\n--entrypoint\nsh\nghcr\.io\/example\/trainer:1\.4\n-ec\n/,
    );
  });

  test("fails with its exit code and its last log lines", async () => {
    const step = containerStep({
      name: "a",
      image: "busybox",
      command: ["sh", "-c"],
      args: ["echo no luck >&2; exit 3"],
      inputs: {},
      outputs: {},
    });

    await expect(step.run({}, newContext())).rejects.toThrow(
      "the container ended with exit code 3.\nno luck",
    );
  });

  test("is incomplete if the image cannot be started", async () => {
    vi.stubEnv("RUNTIME_BROKEN", "yes");

    await expect(train.run(values, newContext())).rejects.toThrow(
      new UnavailableError(
        `container step train: ${name} could not start the image ghcr.io/example/trainer:1.4.\nno such image`,
      ),
    );
  });

  test.each([
    ["writes nothing", "true", 'output "auc": the container did not write /tmp/argo/outputs/parameters/auc.'],
    [
      "writes something else",
      "echo high > /tmp/argo/outputs/parameters/auc",
      'output "auc": its text: found "high", expected a number.',
    ],
  ])("breaks its contract when it %s", async (_, script, message) => {
    const step = containerStep({
      name: "a",
      image: "busybox",
      command: ["sh", "-c"],
      args: [script],
      inputs: {},
      outputs: { auc: parameter(z.number()) },
    });

    await expect(step.run({}, newContext())).rejects.toThrow(new ContractError(message));
  });

  test("is removed when the run is stopped", async () => {
    const step = containerStep({
      name: "a",
      image: "busybox",
      command: ["sh", "-c"],
      args: ["echo started; exec sleep 5"],
      inputs: {},
      outputs: {},
    });
    const stopping = new AbortController();
    const context = { ...newContext(), signal: stopping.signal };

    const running = expect(step.run({}, context)).rejects.toThrow("stopped");
    await expect.poll(() => context.lines, { timeout: 10_000 }).toEqual(["started"]);
    stopping.abort(new Error("stopped"));

    await running;
    await expect
      .poll(() => readFileSync(join(folder, "removed"), "utf8"), { timeout: 10_000 })
      .toMatch(/^rm --force tiphys-[-0-9a-f]{36}\n$/);
  });
});

test("wrong types of a container step do not compile", () => {
  const inputs = { xTrain: artifact(text), rate: parameter(z.number()) };
  const outputs = { model: artifact(model) };
  const rest = { name: "a", image: "busybox", command: ["sh"], inputs, outputs };
  const refused = (): unknown[] => [
    // @ts-expect-error a misspelt input
    containerStep({ ...rest, args: ({ inputs }) => [inputs.xTran] }),
    // @ts-expect-error a misspelt output
    containerStep({ ...rest, args: ({ outputs }) => [outputs.modle] }),
    // @ts-expect-error an argument that is not a string
    containerStep({ ...rest, args: [3] }),
    // @ts-expect-error an option that does not exist
    containerStep({ ...rest, argz: ["-v"] }),
  ];
  expectTypeOf(refused).returns.toBeArray();
  expectTypeOf(containerStep(rest).run)
    .parameter(0)
    .toEqualTypeOf<{ readonly xTrain: string; readonly rate: number }>();
  expectTypeOf(containerStep(rest).run).returns.resolves.toEqualTypeOf<{
    readonly model: { rate: number };
  }>();
});
