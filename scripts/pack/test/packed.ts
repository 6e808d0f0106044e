import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { inject } from "vitest";
import { tempDir } from "../../../packages/workflow/test/cli/fixture-project.js";
import type { PackedPackage } from "../pack-packages.js";

export const packed = inject("packed");

/** A packed package. @param name without scope */
export function packedPackage(name: string): PackedPackage {
  const found = packed.find((each) => each.name.replace("@tiphys/", "") === name);
  if (found === undefined) throw new Error(`${name} is not packed.`);
  return found;
}

/** Unpacks a package; returns its folder. */
export function unpacked({ file }: PackedPackage): string {
  const folder = tempDir("unpacked-");
  execFileSync("tar", ["-xzf", file, "-C", folder]);
  return join(folder, "package");
}
