import { Document } from "yaml";
import { writerSchema } from "../../argo-yaml/writer-schema.js";

/**
 * Writes manifests as YAML, one document each. Argo reads YAML 1.1, where an unquoted `n` or `on` is a boolean: texts that YAML
 * 1.1 or Argo's YAML library would read differently are quoted.
 */
export function toYaml(manifests: readonly object[]): string {
  return manifests
    .map(
      (manifest) =>
        new Document(manifest, { version: "1.1", schema: writerSchema, aliasDuplicateObjects: false }),
    )
    .map((document) => {
      document.directives = undefined;
      return document.toString({ lineWidth: 0, directives: false });
    })
    .join("---\n");
}
