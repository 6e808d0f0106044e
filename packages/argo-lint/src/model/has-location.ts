import type { Artifact } from "../argo-schema/types.js";
import type { DeepPartial } from "./deep-partial.js";

/**
 * Whether an artifact has a location, at least a key in the default repository.
 *
 * Source: HasLocationOrKey in pkg/apis/workflow/v1alpha1/workflow_types.go, which checks the first kind that is set
 */
export function hasLocation(artifact: DeepPartial<Artifact>): boolean {
  const { artifactory, azure, git, gcs, hdfs, http, oss, raw, s3, plugin } = artifact;
  if (artifactory !== undefined)
    return Boolean(pathOf(artifactory.url) || (artifactory.url && artifactory.usernameSecret));
  if (azure !== undefined) return Boolean(azure.blob);
  if (git !== undefined) return Boolean(git.repo);
  if (gcs !== undefined) return Boolean(gcs.key);
  if (hdfs !== undefined) return Boolean(hdfs.path) || (hdfs.addresses ?? []).length > 0;
  if (http !== undefined) return Boolean(http.url);
  if (oss !== undefined) return Boolean(oss.key);
  if (raw !== undefined) return true;
  if (s3 !== undefined) return Boolean(s3.key);
  return Boolean(plugin?.key);
}

/** The path of a URL: what follows its host. */
function pathOf(url = ""): string {
  return url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "").replace(/[?#].*$/, "");
}
