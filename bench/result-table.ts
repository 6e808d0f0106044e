import type { Result } from "./compare.js";

const heads = ["", "processor, s", "wall, s", "peak, MB", "× ours"] as const;

/** A table for a terminal, in columns. */
export function textTable(title: string, results: readonly Result[]): string {
  const rows = [heads.map(String), ...results.map((result) => cells(result, results[0]))];
  const lines = rows.map(([name = "", ...numbers]) =>
    [name.padEnd(44), ...numbers.map((number) => number.padStart(14))].join("").trimEnd(),
  );
  return [title, ...lines].join("\n");
}

/** The same table in Markdown. */
export function markdownTable(title: string, results: readonly Result[]): string {
  const rows = results.map((result) => `| ${cells(result, results[0]).join(" | ")} |`);
  return [`| ${title} | ${heads.slice(1).join(" | ")} |`, "|---|--:|--:|--:|--:|", ...rows].join("\n");
}

/** @param first what the ratio of processor times refers to */
function cells({ name, cpu, wall, peak }: Result, first: Result | undefined): string[] {
  return [
    name,
    cpu.toFixed(2),
    wall.toFixed(2),
    peak === undefined ? "–" : (peak / 1e6).toFixed(0),
    (cpu / (first?.cpu ?? Number.NaN)).toFixed(2),
  ];
}
