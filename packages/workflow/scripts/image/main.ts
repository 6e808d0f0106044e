import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { reportError } from "../../src/cli/process/report-error.js";
import { attestationSubject, imageName } from "../../src/cli/project/image-name.js";
import { projectImage } from "../../src/cli/project/project-image.js";
import { projectRoot } from "../../src/cli/project/project-root.js";
import { UsageError, UserError } from "../../src/definition/errors.js";
import { omitUndefined } from "../../src/definition/omit-undefined.js";
import { writeGithubOutputs } from "../release/github-files.js";
import { toolImage } from "./base-images.js";
import { buildCommands, builder, digestIn, foreignArchitectures } from "./build-commands.js";
import { type ContainerTool, containerTools, findContainerTool } from "./container-tool.js";
import { imageLabels } from "./image-labels.js";

const help = `npm run image -- [options] [-- options of the tool's build]
Builds the image of the steps with docker, podman or buildah, whichever works on this machine.

  --tag NAME:TAG      the image's name (default: package.json's tiphys.image with its version, as in yaml and submit)
  --prebuilt          use the dist/ of npm run build instead of bundling in the image
  --platform A,B      such as linux/amd64,linux/arm64 (several: docker)
  --push              push it, and print its name with the digest
  --emulate           first install emulators of the other platforms (docker, in a privileged container)
  --tool NAME         docker, podman or buildah

Set NODE_IMAGE for another base than node:24-slim.`;

try {
  main();
} catch (error) {
  reportError(error, false);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

function main(): void {
  const { values, positionals } = parsed();
  if (values.help === true) console.log(help);
  else console.log(build(tagged(values.tag ?? projectImage()), values, positionals));
}

/** @returns the image's name, with the digest if it was pushed */
function build(name: string, values: ReturnType<typeof parsed>["values"], more: readonly string[]): string {
  const scratch = mkdtempSync(join(tmpdir(), "image-"));
  try {
    const digestFile = join(scratch, "digest");
    const tool = values.tool === undefined ? findContainerTool() : toolNamed(values.tool);
    const version = name.slice(name.lastIndexOf(":") + 1);
    const commands = buildCommands({
      tool,
      name,
      labels: imageLabels(projectRoot(), version),
      prebuilt: values.prebuilt === true,
      platforms: values.platform?.split(",") ?? [],
      more,
      ...omitUndefined({ nodeImage: process.env.NODE_IMAGE }),
      ...(values.push === true ? { pushTo: { digestFile } } : {}),
    });
    if (values.emulate === true) installEmulators(tool, values.platform?.split(",") ?? []);
    if (values.push === true && tool === "docker") makeBuilder();
    for (const command of commands) run(command);
    if (values.push !== true) return name;
    const repository = name.slice(0, name.lastIndexOf(":"));
    const digest = digestIn(readFileSync(digestFile, "utf8"));
    writeGithubOutputs({ image: `${repository}@${digest}`, subject: attestationSubject(repository), digest });
    return `${repository}@${digest}`;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function parsed() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        tag: { type: "string" },
        prebuilt: { type: "boolean" },
        platform: { type: "string" },
        push: { type: "boolean" },
        emulate: { type: "boolean" },
        tool: { type: "string" },
        help: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${help}`);
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
