import type { Measured } from "../../history/measured.js";

/** Content of a summary page. */
export interface SummaryOptions {
  readonly title: string;
  readonly metrics: ReadonlyMap<string, Measured>;
  /** Metrics of main to compare with. */
  readonly main?: ReadonlyMap<string, Measured>;
  /** The classification report, as text. */
  readonly report?: string;
  /** Lines below the title, such as the image's name. */
  readonly facts?: readonly string[];
}

/** A Markdown page with the metrics, compared with those of main if known, and the classification report. */
export function summaryMarkdown({ title, metrics, main, report, facts = [] }: SummaryOptions): string {
  const head =
    main === undefined
      ? ["metric", "value", "95 % interval"]
      : ["metric", "value", "95 % interval", "main", "change"];
  const rows = [...metrics].map(([name, { value, interval }]) => {
    const own = [
      name,
      value.toFixed(4),
      interval === undefined ? "" : `${interval.low.toFixed(3)} to ${interval.high.toFixed(3)}`,
    ];
    if (main === undefined) return own;
    const before = main.get(name)?.value;
    return [...own, before?.toFixed(4) ?? "", before === undefined ? "new" : changeText(value - before)];
  });
  const table = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  return [
    `## ${title}`,
    ...(facts.length === 0 ? [] : [facts.map((fact) => `- ${fact}`).join("\n")]),
    table,
    ...(main === undefined ? [] : [comparison(metrics, main)]),
    ...(report === undefined ? [] : [`\`\`\`text\n${report.trimEnd()}\n\`\`\``]),
  ].join("\n\n");
}

function changeText(change: number): string {
  const rounded = change.toFixed(4);
  if (/^-?0\.0000$/.test(rounded)) return "same";
  return change > 0 ? `+${rounded}` : rounded;
}

function comparison(metrics: ReadonlyMap<string, Measured>, main: ReadonlyMap<string, Measured>): string {
  const changed = [...metrics].filter(([name, { value }]) => value !== main.get(name)?.value);
  return changed.length === 0
    ? "All metrics are the same as in main."
    : `${changed.length} of ${metrics.size} metrics ${changed.length === 1 ? "differs" : "differ"} from main.`;
}
