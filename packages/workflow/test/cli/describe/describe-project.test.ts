import { expect, test } from "vitest";
import { describeProject } from "../../../src/cli/describe/describe-project.js";
import { UsageError } from "../../../src/definition/errors.js";
import { plain } from "../records.js";
import { everything } from "../sample-workflow.js";

const project = { workflows: [everything] } as const;

test("describes a workflow with ranges, defaults and tasks", () => {
  expect(describeProject(project, "everything", plain)).toEqual([
    "workflow everything",
    "  Each kind of task, once.",
    "  inputs:",
    "    mode     parameter: one of: fast, slow, default fast",
    "    dataset  artifact: file (.csv), default data/d.csv",
    "  outputs:",
    "    best  artifact: json (.json)",
    "  tasks: load, train, pick, improve, review, publish, again",
    "  at the end, always: notify",
    "",
  ]);
});

test("describes a step with required and optional inputs", () => {
  expect(describeProject(project, "pick", plain)).toEqual([
    "step pick",
    "  inputs:",
    "    models  artifact: list of json (.json)",
    "    rows    artifact: table (.arrow), optional",
    "  outputs:",
    "    best  artifact: json (.json)",
    "    good  parameter: true or false",
    "",
  ]);
});

test("describes a step without outputs", () => {
  expect(describeProject(project, "notify", plain)).toEqual([
    "step notify",
    "  inputs:",
    "    status  parameter: one of: Succeeded, Failed, Error",
    "",
  ]);
});

test("lists workflows first and then every step once, those of exit handlers and nested workflows too", () => {
  const headings = describeProject(project, undefined, plain).filter((line) => /^\w/.test(line));

  expect(headings).toEqual([
    "workflow everything",
    "step load",
    "step train",
    "step pick",
    "step improve",
    "step notify",
  ]);
});

test("suggests the nearest name", () => {
  expect(() => describeProject(project, "everthing", plain)).toThrow(
    new UsageError('There is no workflow or step "everthing". Did you mean "everything"?'),
  );
});

test("lists all names if none is similar", () => {
  expect(() => describeProject(project, "xyz", plain)).toThrow(
    new UsageError(
      'There is no workflow or step "xyz". Available: everything, load, train, pick, improve, notify.',
    ),
  );
});
