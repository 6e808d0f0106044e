import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { stagePackages } from "./stage-packages.js";

/** A packed package: its name and version, the path of its tarball, and the tarball's size in bytes and number of files. */
export interface PackedPackage {
  readonly name: string;
  readonly version: string;
  readonly file: string;
  readonly size: number;
  readonly files: number;
}

const packReport = z.tuple([
  z.object({
    name: z.string(),
    version: z.string(),
    filename: z.string(),
    size: z.number(),
    entryCount: z.number(),
  }),
]);

/**
 * Compiles the published packages in a temporary folder, and packs them.
 * @param folder for the tarballs; created if it does not exist
 * @throws {Error} if a package cannot be compiled or packed
 */
export async function packPackages(folder: string): Promise<PackedPackage[]> {
  const stage = mkdtempSync(join(tmpdir(), "tiphys-pack-"));
  try {
    mkdirSync(folder, { recursive: true });
    const staged = await stagePackages(stage);
    return [...staged.values()].map((target) => pack(target, folder));
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

function pack(target: string, folder: string): PackedPackage {
  const report = execFileSync("npm", ["pack", "--json", "--pack-destination", folder], {
    cwd: target,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [{ name, version, filename, size, entryCount }] = packReport.parse(JSON.parse(report));
  return { name, version, file: join(folder, filename), size, files: entryCount };
}
