import type { VolumeMount } from "../../argo-schema/types.js";
import type { DeepPartial } from "../../model/deep-partial.js";
import { templateDisplayName } from "../../model/display-name.js";
import type { Path } from "../../model/path.js";
import { defineRule } from "../../rule.js";

export const mountPath = defineRule({
  name: "mount-path",
  severity: "error",
  refusedBy: "argo lint",
  summary: "No two volumes or input artifacts of a container have the same path.",
  template(node, report) {
    const { container, script, containerSet, inputs } = node.template;
    const holders = { container, script, containerSet };
    for (const [type, holder] of Object.entries(holders)) {
      if (holder === undefined) continue;
      const seen = new Map<string, string>();
      const check = (place: string | undefined, what: string, at: Path): void => {
        const first = seen.get(place ?? "");
        if (first === undefined) {
          seen.set(place ?? "", what);
          return;
        }
        report({
          at,
          ...(type === "container" ? {} : { refusedBy: "controller" }),
          message: `The path "${place ?? ""}" of ${what} in ${templateDisplayName(node)} is already used by ${first}.`,
          fix: "Give one of them another path.",
        });
      };
      const mounts: readonly DeepPartial<VolumeMount>[] = holder.volumeMounts ?? [];
      for (const [i, mount] of mounts.entries()) {
        const at = [...node.path, type, "volumeMounts", i, "mountPath"];
        check(mount.mountPath, `volume "${mount.name ?? ""}"`, at);
      }
      if (type === "containerSet") continue;
      for (const [i, artifact] of (inputs?.artifacts ?? []).entries()) {
        if ((artifact.path ?? "") === "") continue;
        const at = [...node.path, "inputs", "artifacts", i, "path"];
        check(artifact.path, `artifact "${artifact.name ?? ""}"`, at);
      }
    }
  },
});
