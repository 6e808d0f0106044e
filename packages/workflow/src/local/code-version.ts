import { execFileSync } from "node:child_process";
import { basename, dirname } from "node:path";
import { omitUndefined } from "../definition/omit-undefined.js";
import type { RunRecord } from "./run-record.js";

/** Identifies the running code: the bundle's digest if it was bundled, the git commit, Node's version and the platform. */
export function describeCode(): RunRecord["code"] {
  const sha256 = bundleDigest(process.argv[1]);
  return {
    ...omitUndefined({ sha256 }),
    ...gitVersion(),
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
  };
}

/** A bundle is stored in a directory named after its digest. */
function bundleDigest(script: string | undefined): string | undefined {
  const folder = basename(dirname(script ?? ""));
  return /^[0-9a-f]{64}$/.test(folder) ? folder : undefined;
}

/** The commit, and whether files differ from it. One call of git gives both. */
function gitVersion(): Pick<RunRecord["code"], "gitCommit" | "gitDirty"> {
  try {
    const status = execFileSync("git", ["status", "--porcelain=v2", "--branch"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: 2000,
    });
    const [, gitCommit] = /^# branch\.oid ([0-9a-f]+)$/m.exec(status) ?? [];
    return gitCommit === undefined ? {} : { gitCommit, gitDirty: /^[^#]/m.test(status) };
  } catch {
    return {};
  }
}
