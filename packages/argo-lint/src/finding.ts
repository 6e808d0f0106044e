/**
 * How severe a finding is.
 *
 * - `error`: `argo lint`, the API server on creation, or the controller refuses it at first sight.
 * - `warning`: they all accept it although it is surely a mistake.
 * - `note`: it works, but is not good practice.
 */
export type Severity = "error" | "warning" | "note";

/** Who is the first to refuse a manifest with an error. */
export type RefusedBy = "argo lint" | "API server" | "controller";

/** One thing that is wrong with a manifest. */
export interface Finding {
  /** Name of the rule, such as `unknown-field`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Only for errors. */
  readonly refusedBy?: RefusedBy;
  /** What is wrong. One sentence or two. */
  readonly message: string;
  /** How to fix it. */
  readonly fix: string;
  /** The name that the caller gave the file; `<text>` or `<object>` without a file. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units as editors count. */
  readonly column: number;
  readonly endLine: number;
  /** The first column after it. */
  readonly endColumn: number;
  /** The place in the manifest: `spec.templates[0].container.image`. Empty for the whole document. */
  readonly path: string;
  /** The manifest, such as `Workflow train-`; empty if the text could not be read as one. */
  readonly manifest: string;
}
