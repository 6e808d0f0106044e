import { machine } from "node:os";
import { UsageError } from "../../definition/errors.js";
import type { ContainerTool } from "./container-tool.js";

/** How to build an image, and whether to push it. */
export interface ImageBuild {
  readonly tool: ContainerTool;
  /** With its tag. */
  readonly name: string;
  /** The base image, with Node; default: the Dockerfile's own. */
  readonly nodeImage?: string;
  /** Values of the labels `org.opencontainers.image.…`. */
  readonly labels: Readonly<Record<"source" | "revision" | "version" | "created", string>>;
  /** Whether to take the existing dist/ instead of bundling in the image. */
  readonly prebuilt: boolean;
  /** Such as `linux/amd64`; if empty, this machine's own. */
  readonly platforms: readonly string[];
  /** If set, the image is pushed to its registry, and its digest written to this file. */
  readonly pushTo?: { readonly digestFile: string };
  /** Further options of the tool's `build`. */
  readonly more: readonly string[];
}

/** The builder that docker needs for several platforms, provenance and SBOM. */
export const builder = "pipeline";

/**
 * The command lines that build an image, and push it if requested.
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
      `${tool} builds for one platform at a time here; use docker for several: ${platforms.join(", ")}.`,
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
 * The digest in the file written by a push: docker's metadata, or the digest alone.
 * @throws {Error} if it contains none
 */
export function digestIn(text: string): string {
  const found =
    /"containerimage\.digest":\s*"(sha256:[0-9a-f]{64})"/.exec(text) ??
    /^(sha256:[0-9a-f]{64})\s*$/.exec(text);
  if (found?.[1] === undefined) throw new Error(`the push reported no digest: ${text.slice(0, 200)}`);
  return found[1];
}

/** Names of processors in `uname -m`, and in container tools. */
const names: Readonly<Record<string, string>> = { x86_64: "amd64", aarch64: "arm64", arm64: "arm64" };

/** The processors of platforms such as `linux/arm64/v8`, except this machine's, without duplicates. */
export function foreignArchitectures(platforms: readonly string[], own: string = machine()): string[] {
  const wanted = platforms.map((platform) => platform.split("/")[1] ?? platform);
  return [...new Set(wanted)].filter((architecture) => architecture !== (names[own] ?? own));
}
