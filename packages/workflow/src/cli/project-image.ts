import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../definition/errors.js";
import { imageName, imageTag } from "./image-name.js";
import { projectRoot } from "./project-root.js";

/**
 * The image of the project's steps: IMAGE_NAME, or `pipeline.image` of package.json, with the package's version as its
 * tag if it has none. What builds and pushes the image asks here too, so that a manifest names what was pushed.
 * @throws {UsageError} if neither is there, or no name or tag can be made of it
 */
export function projectImage(): string {
  if (process.env.IMAGE_NAME !== undefined) return process.env.IMAGE_NAME;
  const file = join(projectRoot(), "package.json");
  const content: { readonly version?: string; readonly pipeline?: { readonly image?: string } } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  const image = content.pipeline?.image;
  if (image === undefined) {
    throw new UsageError(
      `No image is named. Give --image, set IMAGE_NAME, or put { "pipeline": { "image": … } } into ${file}.`,
    );
  }
  const name = image.slice(image.lastIndexOf("/") + 1);
  return name.includes(":") || name.includes("@")
    ? image
    : `${imageName(image)}:${imageTag(content.version ?? "")}`;
}
