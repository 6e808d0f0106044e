import { type Paint, paintFor } from "@tiphys/argo-lint/terminal";
import { printable, printableLog } from "@tiphys/argo-lint/text";
import type { LogLine } from "../../../argo/client/index.js";

const colors = ["green", "yellow", "cyan", "gray", "bold"] as const;

/**
 * Prints log lines as they arrive, each after its pod's name; on a terminal every pod has its own colour. Colours in the lines
 * are removed, and other control characters are shown escaped.
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
