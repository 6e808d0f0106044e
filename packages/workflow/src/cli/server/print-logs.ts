import type { LogLine } from "../../argo/client/index.js";
import { printable, printableLog } from "../../definition/printable.js";
import { type Paint, paintFor } from "../terminal.js";

const colors = ["green", "yellow", "cyan", "gray", "bold"] as const;

/**
 * Prints lines as they come, each behind its pod's name; every pod has a colour of its own on a terminal. Colours of the
 * lines themselves are left out, and what else a terminal would obey is shown as signs.
 */
export async function printLogs(
  lines: AsyncIterable<LogLine>,
  paint: Paint = paintFor(process.stdout),
): Promise<void> {
  const colorOf = new Map<string, (typeof colors)[number]>();
  for await (const { podName, content } of lines) {
    const color = colorOf.get(podName) ?? colors[colorOf.size % colors.length] ?? "cyan";
    colorOf.set(podName, color);
    console.log(`${paint(color, `${printable(podName)}:`)} ${printableLog(content)}`);
  }
}
