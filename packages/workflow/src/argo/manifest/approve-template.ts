import type { Template } from "../../definition/argo-schema/types.js";
import type { ApproveTask } from "../../definition/graph.js";
import { choicesOf, describeSchema } from "../../definition/schema-text.js";
import { defaultOf } from "./step-template.js";

/**
 * The template of a task that waits for a person. Argo's UI offers an enum as choices and anything else as a text; it
 * checks neither, the step that takes the value does.
 */
export function approveTemplate(name: string, task: ApproveTask): Template {
  const fields = Object.entries(task.fields).map(([field, port]) => ({
    field,
    choices: choicesOf(port.schema),
    offered: defaultOf(field, port).value,
    description: describeSchema(port.schema),
  }));
  return {
    name,
    ...(task.message === undefined
      ? {}
      : { metadata: { annotations: { "workflows.argoproj.io/description": task.message } } }),
    inputs: {
      parameters: fields.map(({ field, choices, offered, description }) => ({
        name: field,
        // Argo's form selects the default of an enum, and nothing where there is none. A value it must have.
        ...(offered === undefined ? { value: choices?.[0] ?? "" } : { default: offered }),
        ...(choices === undefined ? { description } : { enum: choices }),
      })),
    },
    outputs: {
      parameters: fields.map(({ field, offered }) => ({
        name: field,
        valueFrom: { supplied: {}, ...(offered === undefined ? {} : { default: offered }) },
      })),
    },
    suspend: {},
  };
}

/** Whether a field has a default, which needs {@link approvedTemplate}. */
export function hasDefaults({ fields }: ApproveTask): boolean {
  return Object.values(fields).some(({ need }) => need === "defaulted");
}

/**
 * The template around a task that waits for a person and has defaults. Whoever resumes a single node, as Argo's UI
 * does, leaves out what nobody filled in, and its default with it; the outputs of a DAG know their own.
 * @param asked the template that waits
 */
export function approvedTemplate(name: string, task: ApproveTask, asked: string): Template {
  const parameters = Object.entries(task.fields).map(([field, port]) => {
    const { value } = defaultOf(field, port);
    const parameter = `{{tasks.${task.name}.outputs.parameters.${field}}}`;
    return { name: field, valueFrom: { parameter, ...(value === undefined ? {} : { default: value }) } };
  });
  return { name, outputs: { parameters }, dag: { tasks: [{ name: task.name, template: asked }] } };
}
