import type { WorkflowNode } from "../../../argo/client/index.js";
import { UsageError } from "../../../definition/errors.js";
import { templateOf } from "./pod-name.js";

/** Whether a node is selected. */
export type NodeFilter = (node: WorkflowNode) => boolean;

/**
 * Parses `--node-field-selector`, such as `phase=Failed,displayName!=train`, in which all terms must match. In a value, a
 * comma, an equals sign or a backslash is escaped by a backslash.
 * @throws {UsageError} for an invalid selector
 */
export function nodeFilter(selector: string): NodeFilter {
  const terms = (selector.match(/(?:\\.|[^,\\])+/gs) ?? []).map((term) => {
    const [, field, operator, value] = /^(.*?)(!=|==|=)(.*)$/s.exec(term) ?? [];
    if (field === undefined || value === undefined || !/^(?:\\[\\,=]|[^\\=])*$/s.test(value)) {
      throw new UsageError(
        `--node-field-selector ${selector}: "${term}" cannot be read. Write field=value or field!=value, such as phase=Failed or displayName=train; separate several by commas.`,
      );
    }
    return { field, equal: operator !== "!=", value: value.replace(/\\(.)/gs, "$1") };
  });
  return (node) => {
    const fields = fieldsOf(node);
    return terms.every(({ field, equal, value }) => ((fields.get(field) ?? "") === value) === equal);
  };
}

/** The filter of `--status` or `--node-field-selector`; without either it selects all nodes. @throws {UsageError} for both */
export function nodeFilterOf(flags: {
  readonly status?: string;
  readonly nodeFieldSelector?: string;
}): NodeFilter {
  const { status, nodeFieldSelector } = flags;
  if (status !== undefined && nodeFieldSelector !== undefined) {
    throw new UsageError(
      `--status and --node-field-selector cannot be used together: write --node-field-selector ${nodeFieldSelector},phase=${status}`,
    );
  }
  if (status !== undefined) return ({ phase }) => phase === status;
  return nodeFieldSelector === undefined ? () => true : nodeFilter(nodeFieldSelector);
}

function fieldsOf(node: WorkflowNode): ReadonlyMap<string, string> {
  const fields = new Map([
    ["displayName", node.displayName],
    ["templateName", templateOf(node)],
    ["phase", node.phase ?? ""],
    ["name", node.name],
    ["id", node.id],
    ["templateRef.name", node.templateRef?.name ?? ""],
    ["templateRef.template", node.templateRef?.template ?? ""],
  ]);
  for (const { name, value } of node.inputs?.parameters ?? []) {
    fields.set(`inputs.parameters.${name}.value`, value ?? "");
  }
  return fields;
}
