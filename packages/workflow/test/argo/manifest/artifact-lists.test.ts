import { expect, test } from "vitest";
import * as z from "zod";
import { compileManifests } from "../../../src/argo/index.js";
import {
  artifact,
  artifactList,
  containerStep,
  DefinitionError,
  defineStep,
  defineWorkflow,
  existingTemplate,
  parameter,
  text,
} from "../../../src/index.js";
import { templateOf } from "./compiled.js";

const image = "ghcr.io/you/app:1";
const split = containerStep({
  name: "split",
  image: "busybox:1.37",
  command: ["split"],
  inputs: {},
  outputs: { parts: artifactList(text) },
});
const ring = existingTemplate({
  name: "ring",
  templateRef: { name: "bells", template: "ring" },
  inputs: { times: parameter(z.int()) },
  outputs: { rung: parameter(z.string()), page: artifact(text) },
});
const ringQuietly = existingTemplate({
  name: "ring-quietly",
  templateRef: { name: "bells", template: "ring" },
  inputs: { times: parameter(z.int()) },
  outputs: { rung: parameter(z.string()) },
});
const use = defineStep({
  name: "use",
  inputs: { part: artifact(text) },
  outputs: { length: parameter(z.int()) },
  run: ({ part }) => ({ length: part.length }),
});
const join = defineStep({
  name: "join",
  inputs: { parts: artifactList(text) },
  outputs: { length: parameter(z.int()) },
  run: ({ parts }) => ({ length: parts.length }),
});
const inner = defineWorkflow({ name: "inner", build: (dag) => ({ parts: dag.task(split, {}).parts }) });

test("a map over the list of a container is refused, because its length is not known", () => {
  const workflow = defineWorkflow({
    name: "main",
    build: (dag) => void dag.map(use, dag.task(split, {}).parts, (part) => ({ part })),
  });
  expect(() => compileManifests(workflow, { image })).toThrow(
    new DefinitionError(
      "a map runs over split.parts. Only a step of the project reports the length of a list: insert a step that takes this list and outputs it again.",
    ),
  );
});

test("a map over such a list is also refused if it is the output of a nested workflow", () => {
  const workflow = defineWorkflow({
    name: "main",
    build: (dag) => void dag.map(use, dag.task(inner, {}).parts, (part) => ({ part })),
  });
  expect(() => compileManifests(workflow, { image })).toThrow(DefinitionError);
});

test("a task reads the whole list of a container, also from a nested workflow", () => {
  const workflow = defineWorkflow({
    name: "main",
    build: (dag) => ({ length: dag.task(join, { parts: dag.task(inner, {}).parts }).length }),
  });
  expect(templateOf(workflow, "inner")?.outputs).toEqual({
    artifacts: [{ name: "parts", from: "{{tasks.split.outputs.artifacts.parts}}" }],
  });
});

test("a map of a template of the cluster is refused if it outputs an artifact", () => {
  const workflow = defineWorkflow({
    name: "main",
    build: (dag) => void dag.map(ring, [1, 2], (times) => ({ times })),
  });
  expect(() => compileManifests(workflow, { image })).toThrow(
    new DefinitionError(
      'task "ring" maps a template of the cluster with the output artifact "page", and the path where each iteration stores it is not known here. Remove it from the outputs that ring declares, or output a parameter.',
    ),
  );
});

test("a map of a template of the cluster that outputs only parameters is compiled", () => {
  const workflow = defineWorkflow({
    name: "main",
    build: (dag) => ({ rung: dag.map(ringQuietly, [1, 2], (times) => ({ times })).rung }),
  });
  expect(templateOf(workflow, "main")?.dag?.tasks).toMatchObject([
    { name: "ring-quietly", templateRef: { name: "bells", template: "ring" } },
  ]);
});
