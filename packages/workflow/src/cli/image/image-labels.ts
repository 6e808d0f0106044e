import { execFileSync } from "node:child_process";
import type { ImageBuild } from "./build-commands.js";

/**
 * The image's labels about its source. The time is that of the commit, or SOURCE_DATE_EPOCH, so that building again
 * changes no label.
 * @param root the project's directory
 */
export function imageLabels(root: string, version: string): ImageBuild["labels"] {
  const revision = git(root, "rev-parse", "HEAD");
  const epoch = process.env.SOURCE_DATE_EPOCH ?? git(root, "log", "-1", "--format=%ct");
  const changed = revision !== "" && git(root, "status", "--porcelain") !== "";
  return {
    source: webAddress(git(root, "remote", "get-url", "origin")),
    revision: changed ? `${revision}-dirty` : revision,
    version,
    created: epoch === "" ? "" : new Date(Number(epoch) * 1000).toISOString().replace(".000Z", "Z"),
  };
}

/** The web address of a repository, without the user, token and `.git` of a remote; empty if it has none. */
export function webAddress(remote: string): string {
  const [, host = "", path = ""] =
    /^(?:(?:https?|ssh):\/\/)?(?:[^@/]*@)?([^/:]+)(?::\d+)?[/:](.+?)(?:\.git)?\/?$/.exec(remote) ?? [];
  return host.includes(".") && path !== "" ? `https://${host}/${path}` : "";
}

/** The output of git; empty if it fails, for example outside of a repository. */
function git(root: string, ...args: string[]): string {
  try {
    return execFileSync("git", args, {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return "";
  }
}
