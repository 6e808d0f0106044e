import { UsageError } from "../../definition/errors.js";

/** Characters not allowed in a tag (OCI distribution specification). A tag has at most 128, the first not a dot or hyphen. */
const illegal = /[^A-Za-z0-9_.-]+/g;

/**
 * The tag of an image for a version: the version itself if it is legal. `1.0.0+cuda` becomes `1.0.0-cuda`, `release/7`
 * becomes `release-7`, and a long one is cut.
 * @throws {UsageError} if no letter or digit is left
 */
export function imageTag(version: string): string {
  const tag = version
    .trim()
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(illegal, "-")
    .replace(/^[.-]+/, "")
    .slice(0, 128);
  if (!/[A-Za-z0-9]/.test(tag)) {
    throw new UsageError(
      `"${version}" cannot be turned into an image tag. Expected at least one letter or digit, as in v1.2.3.`,
    );
  }
  return tag;
}

/**
 * An image's name as registries accept it: in lower case, without tag or digest, such as `ghcr.io/me/churn`.
 * @throws {UsageError} if it is not a valid name
 */
export function imageName(name: string): string {
  const lower = name.trim().toLowerCase();
  const [first = "", ...rest] = lower.split("/");
  const hasHost = rest.length > 0 && isHost(first);
  const parts = hasHost ? rest : [first, ...rest];
  const legal =
    (!hasHost || /^[a-z0-9.-]+(:\d+)?$/.test(first)) &&
    parts.every((part) => /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/.test(part));
  if (!legal) {
    throw new UsageError(
      `"${name}" is not the name of an image. Expected one as in ghcr.io/your-name/diabetes-pipeline, without a tag.`,
    );
  }
  return lower;
}

/** The registry host in an image's name; docker.io if it has none. */
export function registryOf(name: string): string {
  const [first = "", ...rest] = name.split("/");
  return rest.length > 0 && isHost(first) ? first : "docker.io";
}

/** A repository's name as an attestation's subject, which needs Docker Hub's own host: `index.docker.io/me/churn`. */
export function attestationSubject(repository: string): string {
  if (registryOf(repository) !== "docker.io") return repository;
  return `index.docker.io/${repository.replace(/^docker\.io\//, "")}`;
}

/** Whether the first part of a name is a registry's host rather than a user's name. */
function isHost(first: string): boolean {
  return /[.:]|^localhost$/.test(first);
}
