import type { RefusedBy, Severity } from "./finding.js";
import type { Call } from "./model/call.js";
import type { Manifest } from "./model/manifest.js";
import type { TemplateNode } from "./model/template-node.js";
import type { Path } from "./path.js";
import type { DocumentNode } from "./source/document-node.js";
import type { TextRange } from "./source/positions.js";

/** What is wrong, and how to fix it. */
export interface Description {
  /** Where, what was found, what was expected. */
  readonly message: string;
  /** An instruction. */
  readonly fix: string;
}

/** What a rule reports about one place. */
export interface Remark extends Description {
  readonly at: Path;
  /** Whether the key is meant, not its value: an unknown field, for example. */
  readonly key?: true;
  /** The part of a text value that is meant, such as one `{{…}}`. It is searched for in the source. */
  readonly part?: string;
  /** Where the place is no path: a stretch of the source. */
  readonly range?: TextRange;
  /** Where it is not the one that the rule names. */
  readonly refusedBy?: RefusedBy;
}

export type Reporter = (remark: Remark) => void;

/** One thing to look for: what is asked for, and the visits that see whether it is so. */
export interface Rule {
  /** In kebab case; what a comment that silences it names. */
  readonly name: string;
  readonly severity: Severity;
  /** For errors: who refuses it first. */
  readonly refusedBy?: RefusedBy;
  /** What is asked for and why, in one or two sentences, for the documentation. */
  readonly summary: string;
  /** Called for each document of the text, also where it cannot be read or is no manifest of Argo's. */
  document?(document: DocumentNode, report: Reporter): void;
  /** Called for each manifest whose values have the types that Argo asks for; so are the others. */
  manifest?(manifest: Manifest, report: Reporter): void;
  /** Called for each template, inline ones too. */
  template?(template: TemplateNode, report: Reporter): void;
  /** Called for each task of a DAG and each step of a steps template. */
  call?(call: Call, report: Reporter): void;
}

/** Gives a rule its types: an error has to say who refuses it. */
export function defineRule(
  rule: Rule & ({ severity: "error"; refusedBy: RefusedBy } | { severity: "warning" | "note" }),
): Rule {
  return rule;
}
