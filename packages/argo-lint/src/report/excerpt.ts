import type { Finding } from "../finding.js";
import { printable } from "../text/printable.js";

/** A line of a source, and the marks below it. */
export interface Excerpt {
  readonly line: string;
  /** Spaces before the marks. */
  readonly indent: string;
  readonly marks: string;
}

/** The maximum shown length of a line; the rest is cut off. */
const widest = 120;

/** How much of a long line is shown before the marked place. */
const before = 40;

/** The line of a finding. Of several lines only the first is shown. */
export function excerptOf(line: string, finding: Finding): Excerpt {
  const start = Math.min(finding.column - 1, line.length);
  const last = finding.endLine > finding.line ? line.length : finding.endColumn - 1;
  const end = Math.min(Math.max(last, start + 1), Math.max(line.length, start + 1));
  const from = line.length <= widest || start < widest - before ? 0 : start - before;
  const to = Math.min(line.length, from + widest);
  const head = from > 0 ? "…" : "";
  const shown = line.slice(from, to);
  const meant = line.slice(start, Math.min(end, to));
  return {
    line: head + printable(shown.replaceAll("\t", tab)) + (to < line.length ? "…" : ""),
    indent: head.replace("…", " ") + blankOf(line.slice(from, start)),
    marks: "^".repeat(Math.max(1, widthOf(meant))),
  };
}

/** Characters that take two columns of a terminal. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** Tabs are shown as spaces: their width in a terminal depends on their position. */
const tab = "    ";

/** Spaces as wide as a text. */
function blankOf(text: string): string {
  const shown = text.replaceAll("\t", tab).replaceAll(/\p{M}/gu, "");
  return shown.replaceAll(wide, "  ").replaceAll(/./gs, " ");
}

function widthOf(text: string): number {
  return blankOf(text).length;
}
