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

test("a map over the list of a container is refused, as nothing tells how long it is", () => {
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

test("also where the list comes out of a nested workflow", () => {
  const workflow = defineWorkflow({
    name: "main",
    build: (dag) => void dag.map(use, dag.task(inner, {}).parts, (part) => ({ part })),
  });
  expect(() => compileManifests(workflow, { image })).toThrow(DefinitionError);
});

test("a task takes the list of a container as a whole, also out of a nested workflow", () => {
  const workflow = defineWorkflow({
    name: "main",
    build: (dag) => ({ length: dag.task(join, { parts: dag.task(inner, {}).parts }).length }),
  });
  expect(templateOf(workflow, "inner")?.outputs).toEqual({
    artifacts: [{ name: "parts", from: "{{tasks.split.outputs.artifacts.parts}}" }],
  });
});

test("a map of a template of the cluster is refused where it puts out an artifact", () => {
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

test("a map of a template of the cluster that puts out parameters only is made", () => {
  const workflow = defineWorkflow({
    name: "main",
    build: (dag) => ({ rung: dag.map(ringQuietly, [1, 2], (times) => ({ times })).rung }),
  });
  expect(templateOf(workflow, "main")?.dag?.tasks).toMatchObject([
    { name: "ring-quietly", templateRef: { name: "bells", template: "ring" } },
  ]);
});
