import type { Artifact } from "../../argo-schema/types.js";
import { capitalize } from "../../messages/phrases.js";
import type { DeepPartial } from "../../model/deep-partial.js";
import { templateDisplayName } from "../../model/display-name.js";
import type { TemplateNode } from "../../model/manifest.js";
import type { Path } from "../../model/path.js";
import { hasPaths, templateTypeOf } from "../../model/template-type.js";
import { defineRule, type Reporter } from "../../rule.js";

export const artifactPath = defineRule({
  name: "artifact-path",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "An artifact of a template that runs something has a path, which does not leave its folder with ..; one of a DAG, steps or suspend template has none.",
  template(node, report) {
    for (const direction of ["inputs", "outputs"] as const) {
      for (const [i, artifact] of (node.template[direction]?.artifacts ?? []).entries()) {
        check(node, direction, artifact, [...node.path, direction, "artifacts", i], report);
      }
    }
  },
});

function check(
  node: TemplateNode,
  direction: "inputs" | "outputs",
  { name = "", path = "" }: DeepPartial<Artifact>,
  at: Path,
  report: Reporter,
): void {
  const type = templateTypeOf(node);
  if (type === undefined) return;
  const words = `the ${direction === "inputs" ? "input" : "output"} artifact "${name}" of ${templateDisplayName(node)}`;
  if (!hasPaths(node)) {
    if (path === "") return;
    report({
      at: [...at, "path"],
      key: true,
      message: `${capitalize(words)} has a path, but a template of type ${type} has no files.`,
      fix:
        direction === "inputs"
          ? "Remove path."
          : "Replace path by from, which names the output of a task or step.",
    });
  } else if (path === "") {
    report({
      at,
      message: `${capitalize(words)} has no path.`,
      fix: `Set path to the file or folder that the artifact is ${direction === "inputs" ? "written to" : "read from"}.`,
    });
  } else if (leadsOut(path)) {
    report({
      at: [...at, "path"],
      message: `The path "${path}" of ${words} leaves its folder with "..".`,
      fix: "Write the path without ..",
    });
  }
}

/** Source: Artifact.CleanPath in pkg/apis/workflow/v1alpha1/workflow_types.go. */
function leadsOut(path: string): boolean {
  const inside = path.indexOf("/../");
  const folder = inside >= 0 ? path.slice(0, inside) : path.endsWith("/..") ? path.slice(0, -3) : "";
  return folder !== "" && !clean(path).startsWith(`${folder}/`);
}

/** As Go's filepath.Clean. */
function clean(path: string): string {
  const rooted = path.startsWith("/");
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (!rooted) parts.push("..");
  }
  return `${rooted ? "/" : ""}${parts.join("/")}` || ".";
}
