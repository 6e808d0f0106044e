import { isCollection, parseAllDocuments, visit } from "yaml";
import { templateDisplayName } from "../../model/display-name.js";
import type { TemplateNode } from "../../model/manifest.js";
import { defineRule, type Reporter } from "../../rule.js";
import { didYouMean } from "../../text/did-you-mean.js";

export const resourceManifest = defineRule({
  name: "resource-manifest",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "A resource template that creates or changes something has a manifest in YAML, or takes it from one of its input artifacts.",
  template(node, report) {
    const { resource } = node.template;
    if (resource === undefined || resource.action === "delete" || resource.action === "get") return;
    const { manifest = "", manifestFrom } = resource;
    const at = [...node.path, "resource"];
    if (manifest !== "" && manifestFrom !== undefined) {
      report({
        at: [...at, "manifestFrom"],
        key: true,
        message: `The resource of ${templateDisplayName(node)} has both manifest and manifestFrom.`,
        fix: "Keep one of them.",
      });
    } else if (manifest === "" && manifestFrom === undefined) {
      report({
        at,
        message: `The resource of ${templateDisplayName(node)} has no manifest.`,
        fix: "Set manifest to the YAML of the object, or manifestFrom to an input artifact.",
      });
    }
    if (manifestFrom !== undefined) checkArtifact(node, manifestFrom.artifact?.name, report);
    const problem = manifest === "" ? undefined : firstProblem(manifest);
    if (problem === undefined) return;
    report({
      at: [...at, "manifest"],
      message: `The manifest of ${templateDisplayName(node)} cannot be read as YAML: ${problem}.`,
      fix: "Fix its YAML; put quotes around a value that begins with {{.",
    });
  },
});

function checkArtifact(node: TemplateNode, name: string | undefined, report: Reporter): void {
  const known = (node.template.inputs?.artifacts ?? []).map((artifact) => artifact.name ?? "");
  if (name === undefined || known.includes(name)) return;
  report({
    at: [...node.path, "resource", "manifestFrom", "artifact", "name"],
    message: `The manifestFrom of ${templateDisplayName(node)} names "${name}", which is not one of its input artifacts.`,
    fix: `Name one of its input artifacts.${didYouMean(name, known)}`,
  });
}

/** Tags that `argo lint` replaces before it reads the YAML; it replaces all expressions. */
const replaced =
  /^(=|(inputs|outputs|lastRetry)\.|(pod\.name|retries|inputs\.parameters)$|workflow\.(parameters|labels|annotations)(\.|$)|workflow\.(name|namespace|mainEntrypoint|serviceAccountName|uid|status|failures|priority)$)/;

/** What is wrong with the first document, once the tags have been replaced. */
function firstProblem(manifest: string): string | undefined {
  const filled = manifest.replace(/\{\{\s*(.*?)\s*\}\}/gs, (tag, content: string) =>
    replaced.test(content) ? "placeholder" : tag,
  );
  const documents = parseAllDocuments(filled, { logLevel: "silent", prettyErrors: false, uniqueKeys: false });
  const first = Array.isArray(documents) ? documents[0] : undefined;
  if (first === undefined) return undefined;
  let problem = first.errors[0]?.message.replace(/\.?\s*$/, "");
  visit(first, {
    Pair(_key, { key }) {
      if (isCollection(key)) problem ??= "a tag without quotes is read as a map";
    },
  });
  return problem;
}
