import { spawnSync } from "node:child_process";
import { UnavailableError } from "../../definition/errors.js";

export const containerTools = ["docker", "podman", "buildah"] as const;
export type ContainerTool = (typeof containerTools)[number];

/**
 * The tool that builds images on this machine: the first of docker, podman and buildah that works. docker does not work
 * without its daemon.
 * @throws {UnavailableError} if none works
 */
export function findContainerTool(answers: (tool: ContainerTool) => boolean = worksHere): ContainerTool {
  const found = containerTools.find((tool) => answers(tool));
  if (found === undefined) {
    throw new UnavailableError(
      "An image needs docker, podman or buildah, and none of them works on this machine. Install and start one.",
    );
  }
  return found;
}

function worksHere(tool: ContainerTool): boolean {
  return spawnSync(tool, ["info"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}
