import type { Source } from "../lint-options.js";
import type { LintResult } from "../lint-result.js";

/** What is needed to tell people or programs of it. */
export interface Report extends LintResult {
  /** Where the lines that are shown stand. */
  readonly sources: readonly Source[];
}

export type Style = "red" | "yellow" | "cyan" | "green" | "bold" | "dim";

/** Colours a text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;
