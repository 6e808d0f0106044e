import { UsageError } from "../../definition/errors.js";

const reference = /^[a-z0-9]+([._:/-][a-z0-9]+|__[a-z0-9]+)*(:[\w][\w.-]{0,127})?(@sha256:[0-9a-f]{64})?$/i;

/**
 * Checks that an image is named so that it means one thing.
 * @throws {UsageError} without a tag or a digest
 */
export function checkImage(image: string): void {
  const name = image.slice(image.lastIndexOf("/") + 1);
  if (reference.test(image) && (name.includes(":") || name.includes("@"))) return;
  throw new UsageError(
    `The image "${image}" has neither tag nor digest. Expected a name such as ghcr.io/you/diabetes-pipeline:0.1.0.`,
  );
}
