import { UsageError } from "../../definition/errors.js";

const component = "[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*";
const registry = "(?:[A-Za-z0-9.-]+(?::\\d+)?/)?";
const reference = new RegExp(
  `^${registry}${component}(?:/${component})*(?::\\w[\\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$`,
);

/**
 * Checks that an image name is unambiguous.
 * @throws {UsageError} if it is not a valid image name or has neither tag nor digest
 */
export function checkImage(image: string): void {
  const example = "Expected a name such as ghcr.io/you/diabetes-pipeline:0.1.0.";
  if (!reference.test(image)) throw new UsageError(`The image "${image}" is not a valid name. ${example}`);
  const name = image.slice(image.lastIndexOf("/") + 1);
  if (name.includes(":") || name.includes("@")) return;
  throw new UsageError(`The image "${image}" has neither tag nor digest. ${example}`);
}
