import { visibleWidth } from "@tiphys/argo-lint/terminal";
import { printable } from "@tiphys/argo-lint/text";
import { messageOfNode, type ServerWorkflow, type WorkflowNode } from "../../../argo/client/index.js";
import { elapsed, shortDuration } from "../format/humanize.js";
import { nodeSymbol } from "../format/status-symbols.js";
import { formatTabColumns } from "../format/tabwriter.js";
import type { NodeFilter } from "../node-selector.js";
import { describeHead, type Style } from "./describe-head.js";
import { nodeTrees } from "./node-tree.js";
import { nodeId, podName } from "./pod-name.js";
import { renderTree } from "./render-tree.js";
import { resourcesText } from "./resources-text.js";

/** Selects the columns of the tree; `short` has no head above it. */
export type Detail = "normal" | "wide" | "short";

const headings: Readonly<Record<Detail, string>> = {
  normal: "STEP\tTEMPLATE\tPODNAME\tDURATION\tMESSAGE",
  wide: "STEP\tTEMPLATE\tPODNAME\tDURATION\tARTIFACTS\tMESSAGE\tRESOURCESDURATION\tNODENAME",
  short: "STEP\tTEMPLATE\tPODNAME\tDURATION\tMESSAGE\tNODENAME",
};

export interface DescribeOptions extends Style {
  readonly detail: Detail;
  /** Which nodes are shown. */
  readonly shown: NodeFilter;
}

/**
 * A workflow as `argo get` prints it: its head, a blank line, and the tree of its nodes. Two things differ: the output
 * artifacts of the workflow are shown by their addresses, and resources have a fixed order.
 * @see PrintWorkflowHelper in cmd/argo/commands/common/get.go of Argo Workflows
 */
export function describeWorkflow(workflow: ServerWorkflow, options: DescribeOptions): string {
  const head = describeHead(workflow, options);
  const tree = describeTree(workflow, options);
  if (tree === undefined) return lines(head);
  return options.detail === "short" ? tree : `${lines(head)}\n${tree}`;
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join("");
}

function describeTree(workflow: ServerWorkflow, options: DescribeOptions): string | undefined {
  const { name } = workflow.metadata;
  const { detail, shown, utf8 } = options;
  const trees = nodeTrees(workflow);
  const main = trees.get(name);
  if (main === undefined) return undefined;
  const rules = {
    utf8,
    shown: ({ node }: { readonly node: WorkflowNode }) => shown(node),
    line: ({ node }: { readonly node: WorkflowNode }, branches: string) =>
      branches + cellsOf(workflow, node, options).join("\t"),
  };
  const exit = trees.get(nodeId(name, `${name}.onExit`));
  const rows = [
    headings[detail],
    ...renderTree(main, rules),
    ...(exit === undefined ? [] : ["\t\t\t\t\t", ...renderTree(exit, rules)]),
  ];
  return formatTabColumns(lines(rows), 2, visibleWidth);
}

function cellsOf(
  workflow: ServerWorkflow,
  node: WorkflowNode,
  { detail, now, utf8, paint }: DescribeOptions,
): string[] {
  const isPod = node.type === "Pod";
  const { templateRef, templateName = "", outputs, hostNodeName = "" } = node;
  const message = messageOfNode(node);
  const template =
    templateRef === undefined ? templateName : `${templateRef.name ?? ""}/${templateRef.template ?? ""}`;
  const host = isPod ? hostNodeName : "";
  const artifacts = (outputs?.artifacts ?? []).map((artifact) => artifact.name).join(",");
  const last = {
    normal: [message, ""],
    short: [message, host],
    wide: [artifacts, message, resourcesText(node.resourcesDuration), host],
  };
  const texts = [
    template,
    isPod ? podName(workflow, node) : "",
    isPod ? shortDuration(elapsed(node.startedAt, node.finishedAt, now)) : "",
    ...last[detail],
  ];
  return [`${nodeSymbol(node, utf8, paint)} ${printable(node.displayName)}`, ...texts.map(printable)];
}
