import type { RefusedBy, Severity } from "./finding.js";
import type { Call, Manifest, TemplateNode } from "./model/manifest.js";
import type { Path } from "./model/path.js";
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
export interface Problem extends Description {
  readonly at: Path;
  /** Whether the finding is about the key, not its value, such as an unknown field. */
  readonly key?: true;
  /** The part of a string value that the finding is about, such as one `{{…}}`; located by searching the source. */
  readonly part?: string;
  /** The range of the source, if the place is not a path. */
  readonly range?: TextRange;
  /** If it differs from the rule's. */
  readonly refusedBy?: RefusedBy;
}

export type Reporter = (problem: Problem) => void;

/** One requirement, and the visitors that check it. */
export interface Rule {
  /** In kebab case; comments that silence the rule use it. */
  readonly name: string;
  readonly severity: Severity;
  /** For errors: who is the first to refuse it. */
  readonly refusedBy?: RefusedBy;
  /** The requirement and its reason in one or two sentences, for the documentation. */
  readonly summary: string;
  /** Called for each document of the text, also if it cannot be read or is not an Argo manifest. */
  document?(document: DocumentNode, report: Reporter): void;
  /** Called for each manifest whose values have the types that Argo requires, as are `template` and `call`. */
  manifest?(manifest: Manifest, report: Reporter): void;
  /** Called for each template, inline ones too. */
  template?(template: TemplateNode, report: Reporter): void;
  /** Called for each task of a DAG and each step of a steps template. */
  call?(call: Call, report: Reporter): void;
}

/** Types a rule: an error has to say who refuses it. */
export function defineRule(
  rule: Rule & ({ severity: "error"; refusedBy: RefusedBy } | { severity: "warning" | "note" }),
): Rule {
  return rule;
}
