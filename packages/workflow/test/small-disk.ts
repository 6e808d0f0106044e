import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/**
 * A folder that is a disk of its own, of so many KiB, until the test has ended; undefined where this user may not mount one.
 * @param folder to mount it on
 */
export function smallDisk(kilobytes: number, folder?: string): string | undefined {
  const place = folder ?? mkdtempSync(join(tmpdir(), "small-disk-"));
  const isMounted =
    spawnSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", place]).status === 0;
  onTestFinished(() => {
    if (isMounted) spawnSync("umount", ["--lazy", place]);
    if (folder === undefined) rmSync(place, { recursive: true, force: true });
  });
  return isMounted ? place : undefined;
}
