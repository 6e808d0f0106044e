import { describe, expect, expectTypeOf, test } from "vitest";
import * as z from "zod";
import { DefinitionError, UnavailableError } from "../../../src/definition/errors.js";
import { existingTemplate } from "../../../src/external-steps/existing-template/existing-template.js";
import { defineWorkflow, parameter } from "../../../src/index.js";

const notify = existingTemplate({
  name: "notify",
  description: "Tells the team.",
  templateRef: { name: "notifications.v2", template: "send-message", clusterScope: true },
  inputs: { text: parameter(z.string()), channel: parameter(z.string(), "#models") },
  outputs: { id: parameter(z.int()) },
});

describe("an existing template", () => {
  test("is a step that refers to it", () => {
    expect(notify).toMatchObject({ kind: "step", name: "notify", description: "Tells the team." });
    expect(notify.implementation).toEqual({
      kind: "templateRef",
      name: "notifications.v2",
      template: "send-message",
      clusterScope: true,
    });
  });

  test("belongs to the namespace by default", () => {
    const step = existingTemplate({
      name: "a",
      templateRef: { name: "b", template: "c" },
      inputs: {},
      outputs: {},
    });

    expect(step.implementation).toMatchObject({ clusterScope: false });
  });

  test("can be a task, with typed references", () => {
    const workflow = defineWorkflow({
      name: "w",
      build(dag) {
        const { id } = dag.task(notify, { text: "done" });
        return { id };
      },
    });

    expect([...workflow.graph.tasks.keys()]).toEqual(["notify"]);
  });

  test("cannot run on this machine", () => {
    expect(() => notify.run({ text: "done", channel: "#a" })).toThrow(
      new UnavailableError(
        "notify is a template of the cluster (send-message of the ClusterWorkflowTemplate notifications.v2). Run the workflow there.",
      ),
    );
  });

  test.each([
    ["Notifications", "send", 'existing template a: a WorkflowTemplate cannot be called "Notifications".'],
    ["", "send", 'existing template a: a WorkflowTemplate cannot be called "".'],
    ["notifications", "send_it", 'existing template a: a template cannot be called "send_it".'],
  ])("is refused as %s/%s", (name, template, message) => {
    const define = () =>
      existingTemplate({ name: "a", templateRef: { name, template }, inputs: {}, outputs: {} });

    expect(define).toThrow(DefinitionError);
    expect(define).toThrow(message);
  });
});

test("wrong types of an existing template do not compile", () => {
  const refused = (): unknown =>
    defineWorkflow({
      name: "refused",
      build(dag) {
        // @ts-expect-error another type than the template's input has
        dag.task(notify, { text: 3 });
        // @ts-expect-error an input that the template does not have
        dag.task(notify, { text: "a", to: "b" });
        // @ts-expect-error a missing template
        existingTemplate({ name: "a", templateRef: { name: "b" }, inputs: {}, outputs: {} });
      },
    });
  expectTypeOf(refused).returns.toBeUnknown();
});
