import { buildManifest } from "./model/build-manifest.js";
import { isObject, type JsonValue } from "./model/json.js";
import { type Kind, type Manifest, manifestKinds } from "./model/manifest.js";
import type { ManifestIndex } from "./model/manifest-index.js";
import type { Problem, Rule } from "./rule.js";
import { checkShape } from "./schema/check-shape.js";
import type { DocumentNode } from "./source/document-node.js";

/** A document as rules see it. */
export interface LintDocument {
  readonly node: DocumentNode;
  /** Undefined if it is not an Argo manifest, or does not have the shape of one. */
  readonly manifest: Manifest | undefined;
}

/** Compares a parsed document with its types, and adds its manifest to the index. */
export function lintDocument(
  read: Pick<DocumentNode, "text" | "range" | "problems" | "value">,
  index: ManifestIndex,
): LintDocument {
  const { value } = read;
  const kind = kindOf(value);
  const shape = kind === undefined || !isObject(value) ? undefined : checkShape(kind, value);
  const node = { ...read, kind, shape: shape?.problems ?? [] };
  const manifest =
    kind === undefined || shape?.value === undefined ? undefined : buildManifest(kind, shape.value, index);
  return { node, manifest };
}

function kindOf(value: JsonValue | undefined): Kind | undefined {
  return isObject(value) ? manifestKinds.find((kind) => kind === value.kind) : undefined;
}

/** What the rules report about a document, once all documents are in the index. */
export function runRules(
  { node, manifest }: LintDocument,
  rules: readonly Rule[],
): (readonly [Rule, Problem])[] {
  const problems: (readonly [Rule, Problem])[] = [];
  let current: Rule | undefined;
  // One function for all rules: there may be thousands of documents.
  const report = (problem: Problem): void => {
    if (current !== undefined) problems.push([current, problem]);
  };
  for (const rule of rules) {
    current = rule;
    rule.document?.(node, report);
    if (manifest === undefined) continue;
    rule.manifest?.(manifest, report);
    for (const template of manifest.templates) {
      rule.template?.(template, report);
      if (rule.call !== undefined) for (const call of template.calls) rule.call(call, report);
    }
  }
  return problems;
}
