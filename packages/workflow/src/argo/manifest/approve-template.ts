import type { Template } from "@tiphys/argo-lint/argo-schema";
import { choicesOf } from "../../definition/allowed-values.js";
import { describeSchema } from "../../definition/describe-schema.js";
import type { ApproveTask } from "../../definition/graph.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { unwiredText } from "../../definition/parameter-text.js";
import { escapeTags } from "./expression.js";

/**
 * The template of an approve task, which waits for a person. Argo's UI shows an enum as choices and other values as a text
 * field; it validates neither, the step that reads the value does.
 */
export function approveTemplate(name: string, task: ApproveTask): Template {
  const fields = Object.entries(task.fields).map(([field, port]) => ({
    field,
    choices: choicesOf(port.schema),
    offered: escapeTags(unwiredText(field, port)),
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
        // Argo's form preselects the default of an enum, else nothing. The parameter must have a value.
        ...(offered === undefined ? { value: choices?.[0] ?? "" } : { default: offered }),
        ...(choices === undefined ? { description } : { enum: choices }),
      })),
    },
    outputs: {
      parameters: fields.map(({ field, offered }) => ({
        name: field,
        valueFrom: { supplied: {}, ...omitUndefined({ default: offered }) },
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
 * The template that wraps an approve task with defaults. If a single node is resumed, as in Argo's UI, Argo omits fields that
 * were not filled in and ignores their defaults; the outputs of a DAG have defaults of their own.
 * @param inner the name of the template that waits
 */
export function approvedTemplate(name: string, task: ApproveTask, inner: string): Template {
  const parameters = Object.entries(task.fields).map(([field, port]) => {
    const offered = escapeTags(unwiredText(field, port));
    const parameter = `{{tasks.${task.name}.outputs.parameters.${field}}}`;
    return { name: field, valueFrom: { parameter, ...omitUndefined({ default: offered }) } };
  });
  return { name, outputs: { parameters }, dag: { tasks: [{ name: task.name, template: inner }] } };
}
