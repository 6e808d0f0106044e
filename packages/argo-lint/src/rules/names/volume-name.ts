import type { Template } from "../../argo-schema/types.js";
import { asDnsLabel, isDnsLabel } from "../../kubernetes/name-formats.js";
import type { DeepPartial } from "../../model/deep-partial.js";
import { templateDisplayName } from "../../model/display-name.js";
import type { Path } from "../../model/path.js";
import { hasTag } from "../../model/tags.js";
import { defineRule, type Reporter } from "../../rule.js";

/** Source: addVolumeReferences in workflow/controller/workflowpod.go. A pod gets all volumes of its template, and of the workflow the first of each name that it mounts. */
export const volumeName = defineRule({
  name: "volume-name",
  severity: "error",
  refusedBy: "controller",
  summary:
    "The names of a template's volumes, and of the workflow's volumes that a template mounts, consist of lowercase letters, digits and -; those of a template are unique.",
  manifest({ spec, specPath, templates }, report) {
    const mounted = new Set(templates.flatMap(({ template }) => mountsOf(template)));
    for (const [i, { name = "" }] of (spec.volumes ?? []).entries()) {
      if (mounted.has(name)) checkName(name, [...specPath, "volumes", i, "name"], "the manifest", report);
    }
  },
  template(node, report) {
    const words = templateDisplayName(node);
    const seen = new Set<string>();
    for (const [i, { name = "" }] of (node.template.volumes ?? []).entries()) {
      const at = [...node.path, "volumes", i, "name"];
      checkName(name, at, words, report);
      if (name !== "" && isDnsLabel(name) && seen.has(name)) {
        const message = `The volume "${name}" of ${words} is defined twice.`;
        report({ at, message, fix: "Rename or remove one of them." });
      }
      seen.add(name);
    }
  },
});

function checkName(name: string, at: Path, words: string, report: Reporter): void {
  if (name === "" || hasTag(name) || isDnsLabel(name)) return;
  const better = asDnsLabel(name);
  const message = `The volume ${JSON.stringify(name)} of ${words} has a name that Kubernetes refuses.`;
  const fix = `Write at most 63 lowercase letters, digits and -${better === undefined ? "" : `, for example "${better}"`}.`;
  report({ at, message, fix });
}

function mountsOf({
  container,
  script,
  containerSet,
  initContainers,
  sidecars,
}: DeepPartial<Template>): string[] {
  return [
    container,
    script,
    containerSet,
    ...(containerSet?.containers ?? []),
    ...(initContainers ?? []),
    ...(sidecars ?? []),
  ].flatMap((container) => (container?.volumeMounts ?? []).flatMap(({ name }) => name ?? []));
}
