import { capitalize } from "../../messages/phrases.js";
import { type AnyLocation, locationsOf } from "../../model/artifact-locations.js";
import { defineRule } from "../../rule.js";

/** Source: validateArtifactLocation in workflow/validate, ValidateArtifact in workflow/artifacts/hdfs. */
export const artifactLocation = defineRule({
  name: "artifact-location",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "A git location has a repo. An HDFS location has addresses, an absolute path, and a user or Kerberos.",
  manifest(manifest, report) {
    for (const { location, at, words, place } of locationsOf(manifest)) {
      if (place === "outputs" || place === "arguments") continue;
      const { git, hdfs } = location;
      if (git !== undefined && !git.repo) {
        report({
          at: [...at, "git"],
          message: `${capitalize(words)} names no repository.`,
          fix: "Set git.repo to the URL of the repository.",
        });
      }
      if (hdfs === undefined) continue;
      const missing = hdfsProblem(hdfs);
      if (missing === undefined) continue;
      report({ at: [...at, "hdfs"], message: `The hdfs of ${words} ${missing[0]}.`, fix: missing[1] });
    }
  },
});

function hdfsProblem(
  hdfs: NonNullable<AnyLocation["hdfs"]>,
): readonly [fault: string, fix: string] | undefined {
  const { addresses = [], path = "", krbCCacheSecret, krbKeytabSecret } = hdfs;
  if (addresses.length === 0) return ["has no addresses", "Set addresses to the name nodes."];
  if (!path.startsWith("/")) {
    return [
      path === "" ? "has no path" : `has the path "${path}", which is not absolute`,
      "Begin path with a /.",
    ];
  }
  if (!hdfs.hdfsUser && krbCCacheSecret === undefined && krbKeytabSecret === undefined) {
    return ["does not say who reads it", "Set hdfsUser, krbCCacheSecret or krbKeytabSecret."];
  }
  const needed = [
    ...(krbCCacheSecret || krbKeytabSecret
      ? (["krbServicePrincipalName", "krbConfigConfigMap"] as const)
      : []),
    ...(krbKeytabSecret ? (["krbUsername", "krbRealm"] as const) : []),
  ].filter((field) => hdfs[field] === undefined || hdfs[field] === "");
  if (needed.length === 0) return undefined;
  return [`lacks ${needed.join(" and ")}, which Kerberos needs`, `Set ${needed.join(" and ")}.`];
}
