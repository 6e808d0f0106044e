import type { Rule } from "./rule.js";

/** A file to lint: its name for findings, and its content. */
export interface Source {
  readonly file: string;
  readonly content: string | Uint8Array;
}

export interface LintOptions {
  /** The rules to follow; all of them where left out. */
  readonly rules?: readonly Rule[];
}
