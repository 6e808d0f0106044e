import { echo, workflow } from "./table.js";

/** A workflow whose first template is a DAG of these tasks, in YAML; each is a list item that begins at the left. */
export function dag(tasks: string, spec = ""): string {
  return workflow(`- name: main\n  dag:\n    tasks:\n${moved(tasks, 6)}\n${echo}`, spec);
}

/** A workflow whose first template has these steps, one group after the other. */
export function steps(list: string, spec = ""): string {
  const groups = moved(list, 8).replace(/^ {8}- /gm, "      - - ");
  return workflow(`- name: main\n  steps:\n${groups}\n${echo}`, spec);
}

function moved(text: string, by: number): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const least = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => " ".repeat(by) + line.slice(least)).join("\n");
}
