import type { LintResult, LintSource } from "../lint.js";

/** The input of all reports. */
export interface LintReport extends LintResult {
  /** The sources of the shown lines. */
  readonly sources: readonly LintSource[];
}

export type TextStyle = "red" | "yellow" | "cyan" | "green" | "bold" | "dim";

/** Colours a text, or leaves it as it is. */
export type Painter = (style: TextStyle, text: string) => string;
