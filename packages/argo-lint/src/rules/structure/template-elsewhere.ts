import { fillParameters } from "../../model/fill-parameters.js";
import type { Manifest, TemplateReference } from "../../model/manifest.js";
import { kindOfReference } from "../../model/manifest-index.js";
import type { Path } from "../../model/path.js";
import { defineRule, type Reporter } from "../../rule.js";

export const templateElsewhere = defineRule({
  name: "template-elsewhere",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "A referenced workflow template is among the linted files, in the same namespace. If only the cluster has it, add its file or silence this rule.",
  manifest(manifest, report) {
    const ref = manifest.spec.workflowTemplateRef;
    if (ref !== undefined) check(manifest, ref, [...manifest.specPath, "workflowTemplateRef"], report);
  },
  call({ value, path, caller }, report) {
    const ref = value.templateRef;
    if (ref === undefined || !ref.name || !ref.template) return;
    const name = fillParameters(ref.name, caller.manifest);
    if (!isLookedUpLater(name)) check(caller.manifest, { ...ref, name }, [...path, "templateRef"], report);
  },
});

/** If it contains an item or an output, Argo looks for the template when the value is known. Any other name must exist now. */
function isLookedUpLater(name: string): boolean {
  return /\{\{\s*(?!=|inputs\.|workflow\.)/.test(name);
}

function check(from: Manifest, ref: TemplateReference, at: Path, report: Reporter): void {
  const found = from.lookup.resolve(ref, from);
  const template = `The ${kindOfReference(ref)} "${ref.name ?? ""}"`;
  const place = { at: ref.name === undefined ? at : [...at, "name"] };
  if (found.kind === "unknown") {
    report({
      ...place,
      message: `${template} is not among these files.`,
      fix: "Add the file that defines it, or silence this line if the cluster has it.",
    });
  } else if (found.kind === "other-namespace") {
    const own = from.metadata.namespace ?? "";
    report({
      ...place,
      message: `${template} is in ${namespaceWords(found.namespace)}, and this manifest in ${namespaceWords(own)}.`,
      fix: "Give both the same metadata.namespace.",
    });
  }
}

function namespaceWords(namespace: string): string {
  return namespace === "" ? "no namespace" : `namespace "${namespace}"`;
}
