import { UsageError } from "../../src/definition/errors.js";

/** What may stand in a tag (OCI distribution specification): at most 128 characters, the first no dot or hyphen. */
const illegal = /[^A-Za-z0-9_.-]+/g;

/**
 * The tag of an image for a release: the release's own where it is legal. `1.0.0+cuda` becomes `1.0.0-cuda`, `release/7`
 * becomes `release-7`, and what is too long is cut.
 * @throws {UsageError} where nothing is left that a tag could be made of
 */
export function imageTag(release: string): string {
  const tag = release
    .trim()
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(illegal, "-")
    .replace(/^[.-]+/, "")
    .slice(0, 128);
  if (!/[A-Za-z0-9]/.test(tag)) {
    throw new UsageError(
      `No tag of an image can be made of "${release}". Expected a letter or digit in it, as in v1.2.3.`,
    );
  }
  return tag;
}

/**
 * An image's name as registries take it: in lower case, without tag or digest, such as `ghcr.io/me/churn`.
 * @throws {UsageError} where it is none
 */
export function imageName(name: string): string {
  const lower = name.trim().toLowerCase();
  const [first = "", ...rest] = lower.split("/");
  const isHost = rest.length > 0 && /[.:]|^localhost$/.test(first);
  const parts = isHost ? rest : [first, ...rest];
  const legal =
    (!isHost || /^[a-z0-9.-]+(:\d+)?$/.test(first)) &&
    parts.every((part) => /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/.test(part));
  if (!legal) {
    throw new UsageError(
      `"${name}" is no name of an image. Expected one as in ghcr.io/your-name/diabetes-pipeline, without a tag.`,
    );
  }
  return lower;
}
