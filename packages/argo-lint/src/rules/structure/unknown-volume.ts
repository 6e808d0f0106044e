import { templateDisplayName } from "../../model/display-name.js";
import { hasTag } from "../../model/tags.js";
import { defineRule } from "../../rule.js";
import { didYouMean } from "../../text/did-you-mean.js";

/** Source: addVolumeReferences in workflow/controller/workflowpod.go. */
export const unknownVolume = defineRule({
  name: "unknown-volume",
  severity: "error",
  refusedBy: "controller",
  summary:
    "A volume that a container mounts is defined in the volumes of the template or the workflow, or in its volumeClaimTemplates.",
  template(node, report) {
    const { template, manifest, path } = node;
    // The workflow that runs a workflow template may define the volume.
    if (manifest.kind === "WorkflowTemplate" || manifest.kind === "ClusterWorkflowTemplate") return;
    const { volumes = [], volumeClaimTemplates = [], templateDefaults } = manifest.spec;
    const known = [
      ...[...(template.volumes ?? []), ...volumes, ...(templateDefaults?.volumes ?? [])].map(
        ({ name }) => name,
      ),
      ...volumeClaimTemplates.map(({ metadata }) => metadata?.name),
    ].filter((name) => name !== undefined);
    const mounting = [
      { at: ["container"], mounts: template.container?.volumeMounts },
      { at: ["script"], mounts: template.script?.volumeMounts },
      { at: ["containerSet"], mounts: template.containerSet?.volumeMounts },
      ...(template.initContainers ?? []).map((each, i) => ({
        at: ["initContainers", i],
        mounts: each.volumeMounts,
      })),
      ...(template.sidecars ?? []).map((each, i) => ({ at: ["sidecars", i], mounts: each.volumeMounts })),
    ];
    for (const { at, mounts = [] } of mounting) {
      for (const [i, { name = "" }] of mounts.entries()) {
        if (name === "" || known.includes(name) || [name, ...known].some(hasTag)) continue;
        report({
          at: [...path, ...at, "volumeMounts", i, "name"],
          message: `The volume "${name}" that ${templateDisplayName(node)} mounts is defined neither in its volumes nor in those of the workflow.`,
          fix: `Add it to spec.volumes or spec.volumeClaimTemplates, or mount one that exists.${didYouMean(name, known)}`,
        });
      }
    }
  },
});
