import type { ApproveTask } from "../../definition/graph.js";
import { choicesOf, describeSchema } from "../../definition/schema-text.js";
import { encodeText } from "../../definition/text-form.js";
import { literal } from "./expression.js";
import type { ManifestTemplate } from "./types.js";

/**
 * The template of a task that waits for a person. Argo's UI offers an enum as choices and anything else as a text; it
 * checks neither, the step that takes the value does.
 */
export function approveTemplate(name: string, task: ApproveTask): ManifestTemplate {
  const fields = Object.entries(task.fields).map(([field, port]) => {
    const choices = choicesOf(port.schema);
    const offered =
      port.need === "defaulted"
        ? literal(encodeText(`field "${field}"`, port.schema, port.default))
        : undefined;
    return { field, choices, offered, description: describeSchema(port.schema) };
  });
  return {
    name,
    ...(task.message === undefined
      ? {}
      : { metadata: { annotations: { "workflows.argoproj.io/description": task.message } } }),
    inputs: {
      parameters: fields.map(({ field, choices, offered, description }) => ({
        name: field,
        // What a form shows first; without a default Argo takes it only when a person sends it.
        value: offered ?? choices?.[0] ?? "",
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
