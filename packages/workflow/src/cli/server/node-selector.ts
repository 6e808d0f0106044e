import { type Command, Option } from "commander";
import type { WorkflowNode } from "../../argo/client/index.js";
import { UsageError } from "../../definition/errors.js";

/** Flags that select the nodes of a workflow to show. */
export interface NodeFlags {
  readonly status?: string;
  readonly nodeFieldSelector?: string;
}

/** Adds the flags. */
export function addNodeOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--status <phase>", "only nodes in this phase").choices([
        "Pending",
        "Running",
        "Succeeded",
        "Skipped",
        "Failed",
        "Error",
      ]),
    )
    .option(
      "--node-field-selector <selector>",
      "only matching nodes, such as displayName=train or phase!=Succeeded; separate several by commas",
    );
}

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
export function nodeFilterOf(flags: NodeFlags): NodeFilter {
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

/** The name of the template that a node runs; for a template of another resource, its name there. */
export function templateOf({ templateRef, templateName }: WorkflowNode): string {
  return templateRef === undefined ? (templateName ?? "") : (templateRef.template ?? "");
}
