import type { Finding } from "./finding.js";
import { lintSources } from "./lint.js";
import type { LintOptions } from "./lint-options.js";

/**
 * Lints the manifests of a text, or a manifest that is an object already.
 *
 * @param manifest YAML or JSON, one document or several; or an object, whose lines are those of its JSON
 * @returns findings in the order of the lines; none where there is nothing to say
 */
export function lintManifest(manifest: string | object, options: LintOptions = {}): Finding[] {
  if (typeof manifest === "string") return lintSources([{ file: "<text>", content: manifest }], options);
  return lintSources([{ file: "<object>", content: JSON.stringify(manifest, null, 2) }], options);
}
