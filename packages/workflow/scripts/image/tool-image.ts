import { readFileSync } from "node:fs";
import { join } from "node:path";
import { baseImages, reference } from "./base-images.js";

/** The file whose stages name the images of tools. */
export const toolsDockerfile = join(import.meta.dirname, "tools", "Dockerfile");

/** The image of a build tool, with its digest. */
export function toolImage(stage: "buildkit" | "binfmt"): string {
  const found = baseImages(readFileSync(toolsDockerfile, "utf8")).find((image) => image.stage === stage);
  if (found === undefined) throw new Error(`${toolsDockerfile} has no stage ${stage}`);
  return reference(found);
}
