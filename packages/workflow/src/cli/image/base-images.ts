import { readFileSync } from "node:fs";
import { join } from "node:path";
import { engineFolder } from "../project/engine-folder.js";

/** A `FROM` line with a literal name. */
export interface BaseImage {
  /** The stage, after `AS`. */
  readonly stage: string | undefined;
  /** Without digest: `node:24-slim`. */
  readonly name: string;
  /** `sha256:…`, if the line is pinned. */
  readonly digest: string | undefined;
}

const fromLine =
  /^FROM[ \t]+(?:--platform=\S+[ \t]+)?([a-z\d][a-z\d._/:-]*?:[\w.-]+)(?:@(sha256:[\da-f]{64}))?(?:[ \t]+AS[ \t]+(\S+))?[ \t]*$/gim;

/** The images that a Dockerfile names with a literal tag, in order, without stages and build arguments. */
export function baseImages(dockerfile: string): readonly BaseImage[] {
  return [...dockerfile.matchAll(fromLine)].map(([, name = "", digest, stage]) => ({ stage, name, digest }));
}

/** The reference of an image: `node:24-slim@sha256:…`, without digest if it is not pinned. */
export function reference({ name, digest }: BaseImage): string {
  return digest === undefined ? name : `${name}@${digest}`;
}

/** The Dockerfile with a digest added to every image that has none. */
export function pinned(dockerfile: string, digestOf: (name: string) => string): string {
  return dockerfile.replace(fromLine, (line, name: string, digest: string | undefined) =>
    digest === undefined ? line.replace(name, `${name}@${digestOf(name)}`) : line,
  );
}

/** The file whose stages name the images of tools. */
export function toolsDockerfile(): string {
  return join(engineFolder(), "assets", "image-tools", "Dockerfile");
}

/** The image of a build tool, with its digest. */
export function toolImage(stage: "buildkit" | "binfmt"): string {
  const file = toolsDockerfile();
  const found = baseImages(readFileSync(file, "utf8")).find((image) => image.stage === stage);
  if (found === undefined) throw new Error(`${file} has no stage ${stage}`);
  return reference(found);
}
