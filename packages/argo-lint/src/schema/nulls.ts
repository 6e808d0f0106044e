import type { GoType } from "./go-type.js";

/** Maps whose presence has a meaning, even if they are empty. */
const meaningful: ReadonlySet<string> = new Set([
  "EmptyDirVolumeSource",
  "NoneStrategy",
  "RetryNodeAntiAffinity",
  "SuppliedValueFrom",
  "SuspendTemplate",
  "TarStrategy",
  "ZipStrategy",
]);

/** What is lost if a field is null; undefined if an empty field means the same as a missing one. */
export function nullProblem(
  name: string,
  type: GoType,
): { readonly message: string; readonly fix: string } | undefined {
  if (type.kind !== "struct" || !meaningful.has(type.name)) return undefined;
  return {
    message: `"${name}" has no value, and Argo treats it as missing.`,
    fix: `Write \`${name}: {}\`.`,
  };
}
