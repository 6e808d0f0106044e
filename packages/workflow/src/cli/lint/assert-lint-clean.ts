import { hasErrors } from "@tiphys/argo-lint";
import { UserError } from "../../definition/errors.js";
import { projectRules } from "./project-rules.js";

/**
 * Refuses manifests that Argo would refuse.
 * @param name of the manifests in the findings
 * @param text the same manifests as YAML
 * @param consequence end of the message: what was not done, and how to do it anyway
 * @throws {UserError} with the errors that the linter found
 */
export async function assertLintClean(
  name: string,
  manifests: readonly object[],
  text: string,
  consequence: string,
): Promise<void> {
  const rules = projectRules.filter(({ severity }) => severity === "error");
  if (!hasErrors(manifests, { rules })) return;
  const { lintAndCount } = await import("@tiphys/argo-lint");
  const { textReport } = await import("@tiphys/argo-lint/report");
  const sources = [{ file: name, content: text }];
  const result = { ...lintAndCount(sources, { rules }), files: 0 };
  if (result.findings.length === 0) return;
  // Without colours: an error's message shows control characters escaped.
  const report = textReport({ ...result, sources });
  throw new UserError(`${report}Argo would refuse this manifest, ${consequence}`);
}
