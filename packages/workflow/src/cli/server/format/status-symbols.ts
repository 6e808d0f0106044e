import type { Paint } from "@tiphys/argo-lint/terminal";
import { isWaiting, type WorkflowNode } from "../../../argo/client/workflow.js";

type StatusSymbol = readonly [utf8: string, ascii: string, color?: "yellow" | "cyan" | "green" | "red"];

const phases: Readonly<Record<string, StatusSymbol>> = {
  Pending: ["◷", "Pending", "yellow"],
  Running: ["●", "Running", "cyan"],
  Succeeded: ["✔", "Succeeded", "green"],
  Skipped: ["○", "Skipped"],
  Failed: ["✖", "Failed", "red"],
  Error: ["⚠", "Error", "red"],
};

const waiting: StatusSymbol = ["ǁ", "Suspend", "cyan"];

const conditions: Readonly<Record<string, StatusSymbol>> = {
  MetricsError: ["✖", "Error", "red"],
  SpecWarning: ["⚠", "Warning", "yellow"],
};

/** The symbol before a node's name; empty if it has no phase. */
export function nodeSymbol(node: WorkflowNode, utf8: boolean, paint: Paint): string {
  return write(isWaiting(node) ? waiting : phases[node.phase ?? ""], utf8, paint);
}

/** The symbol before a condition of a workflow; most have none. */
export function conditionSymbol(type: string, utf8: boolean, paint: Paint): string {
  return write(conditions[type], utf8, paint);
}

function write(entry: StatusSymbol | undefined, utf8: boolean, paint: Paint): string {
  if (entry === undefined) return "";
  const [symbol, word, color] = entry;
  const text = utf8 ? symbol : word;
  return color === undefined ? text : paint(color, text);
}
