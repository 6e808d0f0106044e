import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { bundleChartRenderer } from "./bundle-chart-renderer.js";
import { compilePackage, copyOtherFiles } from "./compile-package.js";
import { parseManifest, publishedManifest, type SourceManifest } from "./published-manifest.js";
import { type PublishedPackage, publishedPackages } from "./published-packages.js";

const root = join(import.meta.dirname, "../..");

/** A packed package: the path of its tarball, its size in bytes, and its number of files. */
export interface PackedPackage {
  readonly name: string;
  readonly file: string;
  readonly size: number;
  readonly files: number;
}

const packReport = z.array(z.object({ filename: z.string(), size: z.number(), entryCount: z.number() }));

/**
 * Compiles the published packages in a temporary folder, and packs them.
 * @param folder for the tarballs; created if it does not exist
 * @throws {Error} if a package cannot be compiled or packed
 */
export async function packPackages(folder: string): Promise<PackedPackage[]> {
  const stage = mkdtempSync(join(tmpdir(), "tiphys-pack-"));
  try {
    mkdirSync(folder, { recursive: true });
    const packages = await buildPackages(stage);
    return [...packages].map(([name, target]) => pack(name, target, folder));
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** Builds each package in a folder of its own; returns the folders by package name. */
async function buildPackages(stage: string): Promise<ReadonlyMap<string, string>> {
  const manifests = publishedPackages.map((name) => [name, manifestOf(name)] as const);
  const versions = new Map(manifests.map(([, { name, version }]) => [name, version]));
  const built = new Map<string, string>();
  for (const [folder, manifest] of manifests) {
    const target = join(stage, folder);
    mkdirSync(target);
    compilePackage(folder, target, built);
    const bundled = folder === "ml" ? await bundleChartRenderer(target) : [];
    copyOtherFiles(folder, target);
    const text = JSON.stringify(publishedManifest(manifest, versions, bundled), null, 2);
    writeFileSync(join(target, "package.json"), `${text}\n`);
    built.set(manifest.name, target);
  }
  return built;
}

function manifestOf(name: PublishedPackage): SourceManifest {
  return parseManifest(readFileSync(join(root, "packages", name, "package.json"), "utf8"));
}

function pack(name: string, target: string, folder: string): PackedPackage {
  const report = execFileSync("npm", ["pack", "--json", "--pack-destination", folder], {
    cwd: target,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [packed] = packReport.parse(JSON.parse(report));
  if (packed === undefined) throw new Error(`npm pack reported nothing for ${name}.`);
  return { name, file: join(folder, packed.filename), size: packed.size, files: packed.entryCount };
}
