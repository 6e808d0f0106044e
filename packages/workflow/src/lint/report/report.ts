import type { LintResult, LintSource } from "../lint.js";

/** What is needed to tell people or programs of it. */
export interface LintReport extends LintResult {
  /** Where the lines that are shown stand. */
  readonly sources: readonly LintSource[];
}

export type TextStyle = "red" | "yellow" | "cyan" | "green" | "bold" | "dim";

/** Colours a text, or leaves it as it is. */
export type Painter = (style: TextStyle, text: string) => string;
