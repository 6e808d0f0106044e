import { expect, test } from "vitest";
import { compileManifests } from "../../../src/argo/index.js";
import {
  type ArgoOptions,
  DefinitionError,
  defineStep,
  defineWorkflow,
  type TaskOptions,
} from "../../../src/index.js";

const step = defineStep({ name: "work", inputs: {}, outputs: {}, run: () => ({}) });

function compile(argo: ArgoOptions, task: TaskOptions<undefined> = {}, description?: string) {
  const workflow = defineWorkflow({
    name: "main",
    ...(description === undefined ? {} : { description }),
    argo,
    build(dag) {
      dag.task(step, {}, task);
    },
  });
  return compileManifests(workflow, { image: "app:1" });
}

const lone = "a\ud800";

test.each([
  [
    "a label",
    () => compile({ labels: { team: lone } }),
    "metadata.labels.team: found U+D800, half a surrogate",
  ],
  ["a label's name", () => compile({ labels: { [lone]: "x" } }), "a key of metadata.labels: found U+D800"],
  ["an annotation", () => compile({ annotations: { a: "\udfff" } }), "metadata.annotations.a: found U+DFFF"],
  [
    "the description",
    () => compile({}, {}, lone),
    "metadata.annotations.workflows.argoproj.io/description: found",
  ],
  [
    "a pod's environment",
    () => compile({}, { env: [{ name: "A", value: lone }] }),
    /spec\.templates\[1\]\.script\.env\[\d+\]\.value: found U\+D800/,
  ],
  [
    "a number that is none",
    () => compile({ spec: { priority: Number.NaN } }),
    "spec.priority: found NaN, expected",
  ],
])("a value that JSON and UTF-8 cannot represent is refused with its path: %s", (_, compiled, message) => {
  expect(compiled).toThrow(DefinitionError);
  expect(compiled).toThrow(message);
});

test("a whole surrogate pair is accepted", () => {
  expect(compile({ annotations: { a: "😀" } })).toMatchObject([{ metadata: { annotations: { a: "😀" } } }]);
});
