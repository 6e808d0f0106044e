import { UsageError } from "../../src/definition/errors.js";
import type { ContainerTool } from "./container-tool.js";

/** What an image is built of, and what is done with it. */
export interface ImageBuild {
  readonly tool: ContainerTool;
  /** With its tag. */
  readonly name: string;
  /** The base, with Node; the Dockerfile's own where left out. */
  readonly nodeImage?: string;
  /** Values of the labels `org.opencontainers.image.…`. */
  readonly labels: Readonly<Record<"source" | "revision" | "version" | "created", string>>;
  /** Takes the dist/ that lies there, instead of bundling in the image. */
  readonly prebuilt: boolean;
  /** Such as `linux/amd64`; this machine's own where empty. */
  readonly platforms: readonly string[];
  /** Pushed to its registry, and the digest written to this file. */
  readonly pushTo?: { readonly digestFile: string };
  /** Handed to the tool's `build` as they are. */
  readonly more: readonly string[];
}

/** The builder that docker needs for several platforms, provenance and SBOM. */
export const builder = "pipeline";

/**
 * The command lines that build an image, and push it where it is to be pushed.
 * @throws {UsageError} for several platforms without docker
 */
export function buildCommands(build: ImageBuild): readonly (readonly string[])[] {
  const { tool, name, platforms, pushTo, more } = build;
  const common = ["--tag", name, ...argumentsOf(build), ...more, "."];
  if (tool === "docker") {
    if (pushTo === undefined) return [["docker", "build", ...platformFlag(platforms), ...common]];
    const attest = ["--provenance", "mode=max", "--sbom", "true"];
    const push = ["--builder", builder, "--push", ...attest, "--metadata-file", pushTo.digestFile];
    return [["docker", "buildx", "build", ...push, ...platformFlag(platforms), ...common]];
  }
  if (platforms.length > 1) {
    throw new UsageError(
      `${tool} builds for one platform at a time here, docker for several: ${platforms.join(", ")}.`,
    );
  }
  const built = [tool, "build", "--layers", ...platformFlag(platforms), ...common];
  if (pushTo === undefined) return [built];
  return [built, [tool, "push", "--digestfile", pushTo.digestFile, name]];
}

function platformFlag(platforms: readonly string[]): string[] {
  return platforms.length === 0 ? [] : ["--platform", platforms.join(",")];
}

function argumentsOf({ labels, nodeImage, prebuilt }: ImageBuild): string[] {
  const values = [
    ...Object.entries(labels).map(([label, value]) => `${label.toUpperCase()}=${value}`),
    ...(nodeImage === undefined ? [] : [`NODE_IMAGE=${nodeImage}`]),
  ];
  return [
    ...values.flatMap((value) => ["--build-arg", value]),
    ...(prebuilt ? ["--target", "prebuilt"] : []),
  ];
}

/**
 * The digest in the file that a push has written: docker's metadata, or the digest alone.
 * @throws {Error} where there is none in it
 */
export function digestIn(text: string): string {
  const found =
    /"containerimage\.digest":\s*"(sha256:[0-9a-f]{64})"/.exec(text) ??
    /^(sha256:[0-9a-f]{64})\s*$/.exec(text);
  if (found?.[1] === undefined) throw new Error(`the push told no digest: ${text.slice(0, 200)}`);
  return found[1];
}
