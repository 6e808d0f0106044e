import type { TrackingAddress } from "./tracking-address.js";

/**
 * The folder of a run in the artifact store that the server gives access to.
 * @param artifactUri of the run
 * @returns undefined if its files are elsewhere, for example in a bucket that each client opens itself, or in a folder above the store's
 */
export function artifactFolder({ baseUrl }: TrackingAddress, artifactUri: string): string | undefined {
  const [, host, path] = /^mlflow-artifacts:(?:\/\/([^/]*))?\/*(.*)$/.exec(artifactUri) ?? [];
  if (path === undefined || path === "" || path.split("/").includes("..")) return undefined;
  const isHere = host === undefined || host === "" || host === new URL(baseUrl).host;
  return isHere ? path.replace(/\/+$/, "") : undefined;
}
