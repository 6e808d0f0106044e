import { UserError } from "../../definition/errors.js";
import { hasErrors } from "../../lint/has-errors.js";
import { projectRules } from "./project-rules.js";

/**
 * Lets nothing through that Argo would refuse.
 * @param name what the findings call it
 * @param text the same manifests as text
 * @param consequence what does not happen, and how it would
 * @throws {UserError} telling the errors that the linter found
 */
export async function assertLintClean(
  name: string,
  manifests: readonly object[],
  text: string,
  consequence: string,
): Promise<void> {
  const rules = projectRules.filter(({ severity }) => severity === "error");
  if (!hasErrors(manifests, { rules })) return;
  const { lintAndCount } = await import("../../lint/lint.js");
  const { textReport } = await import("../../lint/report/index.js");
  const sources = [{ file: name, content: text }];
  const result = { ...lintAndCount(sources, { rules }), files: 0 };
  if (result.findings.length === 0) return;
  // Without colours: in an error's message they would be shown as signs, as others' texts are.
  const report = textReport({ ...result, sources });
  throw new UserError(`${report}Argo would refuse this manifest, ${consequence}`);
}
