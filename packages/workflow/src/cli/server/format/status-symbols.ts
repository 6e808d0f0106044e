import { isWaiting, type WorkflowNode } from "../../../argo/client/workflow.js";
import type { Paint } from "../../terminal.js";

type Mark = readonly [utf8: string, ascii: string, color?: "yellow" | "cyan" | "green" | "red"];

const phases: Readonly<Record<string, Mark>> = {
  Pending: ["◷", "Pending", "yellow"],
  Running: ["●", "Running", "cyan"],
  Succeeded: ["✔", "Succeeded", "green"],
  Skipped: ["○", "Skipped"],
  Failed: ["✖", "Failed", "red"],
  Error: ["⚠", "Error", "red"],
};

const waiting: Mark = ["ǁ", "Suspend", "cyan"];

const conditions: Readonly<Record<string, Mark>> = {
  MetricsError: ["✖", "Error", "red"],
  SpecWarning: ["⚠", "Warning", "yellow"],
};

/** The mark that stands before a node's name; empty where it has no phase. */
export function nodeSymbol(node: WorkflowNode, utf8: boolean, paint: Paint): string {
  return write(isWaiting(node) ? waiting : phases[node.phase ?? ""], utf8, paint);
}

/** The mark that stands before a condition of a workflow; most have none. */
export function conditionSymbol(type: string, utf8: boolean, paint: Paint): string {
  return write(conditions[type], utf8, paint);
}

function write(mark: Mark | undefined, utf8: boolean, paint: Paint): string {
  if (mark === undefined) return "";
  const [symbol, word, color] = mark;
  const text = utf8 ? symbol : word;
  return color === undefined ? text : paint(color, text);
}
