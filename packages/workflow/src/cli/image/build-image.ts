import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError, UserError } from "../../definition/errors.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { writeGithubOutputs } from "../process/github-files.js";
import { attestationSubject, imageName } from "../project/image-name.js";
import { projectImage } from "../project/project-image.js";
import { projectRoot } from "../project/project-root.js";
import { toolImage } from "./base-images.js";
import { buildCommands, builder, digestIn, foreignArchitectures } from "./build-commands.js";
import { type ContainerTool, containerTools, findContainerTool } from "./container-tool.js";
import { imageLabels } from "./image-labels.js";

/** The options of `tiphys image`. */
export interface ImageFlags {
  readonly tag?: string;
  readonly prebuilt?: true;
  readonly platform?: string;
  readonly push?: true;
  readonly emulate?: true;
  readonly tool?: string;
}

/**
 * Builds the image of the project's steps, and pushes it if requested.
 * @param more options of the tool's build
 * @returns the image's name, with the digest if it was pushed
 * @throws {UsageError} for a word that is not an option
 */
export function buildProjectImage(flags: ImageFlags, more: readonly string[]): string {
  const [first = "-"] = more;
  if (!first.startsWith("-")) {
    throw new UsageError(
      `image takes no "${first}". Expected "pin", or after two hyphens options of the tool's build.`,
    );
  }
  return build(tagged(flags.tag ?? projectImage()), flags, more);
}

function build(name: string, flags: ImageFlags, more: readonly string[]): string {
  const scratch = mkdtempSync(join(tmpdir(), "image-"));
  try {
    const digestFile = join(scratch, "digest");
    const tool = flags.tool === undefined ? findContainerTool() : toolNamed(flags.tool);
    const version = name.slice(name.lastIndexOf(":") + 1);
    const commands = buildCommands({
      tool,
      name,
      labels: imageLabels(projectRoot(), version),
      prebuilt: flags.prebuilt === true,
      platforms: flags.platform?.split(",") ?? [],
      more,
      ...omitUndefined({ nodeImage: process.env.NODE_IMAGE }),
      ...(flags.push === true ? { pushTo: { digestFile } } : {}),
    });
    if (flags.emulate === true) installEmulators(tool, flags.platform?.split(",") ?? []);
    if (flags.push === true && tool === "docker") makeBuilder();
    for (const command of commands) run(command);
    if (flags.push !== true) return name;
    const repository = name.slice(0, name.lastIndexOf(":"));
    const digest = digestIn(readFileSync(digestFile, "utf8"));
    writeGithubOutputs({ image: `${repository}@${digest}`, subject: attestationSubject(repository), digest });
    return `${repository}@${digest}`;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Adds the tag `latest` to a name without one. @throws {UsageError} for a name with a digest, which only a registry assigns */
function tagged(name: string): string {
  if (name.includes("@")) {
    throw new UsageError(
      `"${name}" has a digest, which an image gets when it is pushed. Name it with --tag NAME:TAG.`,
    );
  }
  return name.slice(name.lastIndexOf("/") + 1).includes(":") ? name : `${imageName(name)}:latest`;
}

function toolNamed(name: string): ContainerTool {
  const found = containerTools.find((each) => each === name);
  if (found === undefined) throw new UsageError(`--tool ${name}: expected ${containerTools.join(", ")}.`);
  return found;
}

/** Creates a builder: docker's default one supports neither several platforms nor attestations. */
function makeBuilder(): void {
  const exists = spawnSync("docker", ["buildx", "inspect", builder], { stdio: "ignore" }).status === 0;
  if (exists) return;
  const driver = ["--driver", "docker-container", "--driver-opt", `image=${toolImage("buildkit")}`];
  run(["docker", "buildx", "create", "--name", builder, ...driver]);
}

/** @throws {UsageError} if the tool is not docker, whose containers share the kernel with the installed emulators */
function installEmulators(tool: ContainerTool, platforms: readonly string[]): void {
  const foreign = foreignArchitectures(platforms);
  if (foreign.length === 0) return;
  if (tool !== "docker") throw new UsageError(`--emulate needs docker; ${tool} builds here.`);
  run(["docker", "run", "--privileged", "--rm", toolImage("binfmt"), "--install", foreign.join(",")]);
}

function run([command = "", ...args]: readonly string[]): void {
  const { status, error } = spawnSync(command, args, {
    cwd: projectRoot(),
    stdio: ["ignore", 2, 2],
    // Before version 23, docker's default builder does not support FROM --platform.
    env: { ...process.env, DOCKER_BUILDKIT: "1" },
  });
  if (status !== 0) {
    throw new UserError(
      `${command} ${args[0]} ended with ${error?.message ?? `exit code ${status}`}; see its output above.`,
    );
  }
}
