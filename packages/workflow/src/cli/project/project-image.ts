import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { describeIssues } from "../../definition/describe-issues.js";
import { UsageError } from "../../definition/errors.js";
import { imageName, imageTag } from "./image-name.js";
import { projectRoot } from "./project-root.js";

/**
 * The image of the project's steps: IMAGE_NAME, or `tiphys.image` of package.json, with the package's version as its
 * tag if it has none. The scripts that build and push the image use it too, so that a manifest names the pushed image.
 * @throws {UsageError} if neither is set, or the name or version is missing or not valid in an image's name
 */
export function projectImage(): string {
  if (process.env.IMAGE_NAME !== undefined) return process.env.IMAGE_NAME;
  const file = join(projectRoot(), "package.json");
  const content = readPackage(file);
  const image = content.tiphys?.image;
  if (image === undefined) {
    throw new UsageError(
      `No image is set. Pass --image, set IMAGE_NAME, or put { "tiphys": { "image": … } } into ${file}.`,
    );
  }
  const name = image.slice(image.lastIndexOf("/") + 1);
  if (name.includes(":") || name.includes("@")) return image;
  if (content.version === undefined) {
    throw new UsageError(
      `${file} has no version, which is the tag of the image ${image}. Add "version": "1.0.0" to it.`,
    );
  }
  return `${imageName(image)}:${imageTag(content.version)}`;
}

const packageSchema = z.object({
  version: z.string().optional(),
  tiphys: z.object({ image: z.string().min(1).optional() }).optional(),
});

function readPackage(file: string): z.infer<typeof packageSchema> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
  const result = packageSchema.safeParse(content);
  if (result.success) return result.data;
  throw new UsageError(
    `${file}: ${describeIssues(result.error)}. Expected, for example, { "version": "1.0.0", "tiphys": { "image": "ghcr.io/you/app" } }.`,
  );
}
