import { describe, expect, test } from "vitest";
import { DefinitionError } from "../../src/definition/errors.js";
import { checkPortName, checkTemplateName, checkWorkflowName } from "../../src/definition/names.js";

describe("the name of a step or task", () => {
  test.each(["a", "A1", "feature-scaling", "0", "x".repeat(128)])("may be %s", (name) => {
    expect(() => checkTemplateName("step", name)).not.toThrow();
  });

  test.each(["", "-a", "a_b", "a b", "a.b", "a/b", "ä", "..", "x".repeat(129)])("may not be %j", (name) => {
    expect(() => checkTemplateName("task", name)).toThrow(
      new DefinitionError(
        `A task is called "${name}". Expected letters, digits and hyphens, a letter or digit first, at most 128 characters.`,
      ),
    );
  });
});

describe("the name of a workflow", () => {
  test.each(["a", "model-training-pipeline", "1a", "x".repeat(52)])("may be %s", (name) => {
    expect(() => checkWorkflowName(name)).not.toThrow();
  });

  test.each(["", "A", "-a", "a-", "a_b", "a.b", "a/b", "x".repeat(53)])("may not be %j", (name) => {
    expect(() => checkWorkflowName(name)).toThrow(
      new DefinitionError(
        `A workflow is called "${name}". Expected lower-case letters, digits and hyphens, at most 52 characters.`,
      ),
    );
  });
});

describe("the name of a parameter or artifact", () => {
  test.each(["xTrain", "x_train", "-", "0"])("may be %s", (name) => {
    expect(() => checkPortName("step a", "artifact", name)).not.toThrow();
  });

  test.each(["", "a b", "a.b", "../a", "é"])("may not be %j", (name) => {
    expect(() => checkPortName("step a", "parameter", name)).toThrow(
      new DefinitionError(
        `step a: parameter "${name}" has a name that Argo refuses. Expected letters, digits, hyphens and underscores.`,
      ),
    );
  });

  test("may not be that of the folder of output parameters, for an artifact", () => {
    expect(() => checkPortName("step a", "artifact", "parameters")).toThrow(
      new DefinitionError(
        'step a: an artifact cannot be called "parameters", the folder of output parameters has that name.',
      ),
    );
    expect(() => checkPortName("step a", "parameter", "parameters")).not.toThrow();
  });
});
