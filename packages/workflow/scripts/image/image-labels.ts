import { execFileSync } from "node:child_process";
import type { ImageBuild } from "./build-commands.js";

/**
 * What the image's labels say of where it comes from. The time is the commit's, or SOURCE_DATE_EPOCH's, so that building
 * again changes no label.
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

/** The address of a repository without what a remote may hold besides: user, token, `.git`. */
export function webAddress(remote: string): string {
  const [, host = "", path = ""] =
    /^(?:(?:https?|ssh):\/\/)?(?:[^@/]*@)?([^/:]+)(?::\d+)?[/:](.+?)(?:\.git)?\/?$/.exec(remote) ?? [];
  return host.includes(".") && path !== "" ? `https://${host}/${path}` : "";
}

/** What git says, or nothing where this is no repository. */
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
