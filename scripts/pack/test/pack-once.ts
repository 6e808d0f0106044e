import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type PackedPackage, packPackages } from "../pack-packages.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The packages that the tests of this folder install. */
    packed: readonly PackedPackage[];
  }
}

/** Packs the packages once for all test files; returns what removes them. */
export default async function packOnce(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "packed-"));
  project.provide("packed", await packPackages(folder));
  return () => rmSync(folder, { recursive: true, force: true });
}
