import type { WorkflowNode } from "../../../argo/client/index.js";
import { UsageError } from "../../../definition/errors.js";
import { templateOf } from "./pod-name.js";

/** Whether a node is one of those that are asked for. */
export type NodeFilter = (node: WorkflowNode) => boolean;

/**
 * What `--node-field-selector` means: `phase=Failed,displayName!=train`, all of which must hold. A backslash stands before
 * a comma, an equals sign or a backslash of a value.
 * @throws {UsageError} where it cannot be read
 */
export function nodeFilter(selector: string): NodeFilter {
  const terms = (selector.match(/(?:\\.|[^,\\])+/gs) ?? []).map((term) => {
    const [, field, operator, value] = /^(.*?)(!=|==|=)(.*)$/s.exec(term) ?? [];
    if (field === undefined || value === undefined || !/^(?:\\[\\,=]|[^\\=])*$/s.test(value)) {
      throw new UsageError(
        `--node-field-selector ${selector}: "${term}" cannot be read. Write field=value or field!=value, such as phase=Failed or displayName=train; several are joined by commas.`,
      );
    }
    return { field, equal: operator !== "!=", value: value.replace(/\\(.)/gs, "$1") };
  });
  return (node) => {
    const fields = fieldsOf(node);
    return terms.every(({ field, equal, value }) => ((fields.get(field) ?? "") === value) === equal);
  };
}

/** What `--status` and `--node-field-selector` mean together. @throws {UsageError} where both are given */
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
