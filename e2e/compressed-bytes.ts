import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const digest = z.string().transform((text) => text.replace(":", "/"));
const indexSchema = z.object({ manifests: z.tuple([z.object({ digest })]) });
const manifestSchema = z.object({ layers: z.array(z.object({ size: z.int() })) });

/** The size of an image's layers as a registry holds them. Its manifest is written by buildah. */
export function compressedBytes(image: string, scratch: string): number {
  const folder = mkdtempSync(join(scratch, "oci-"));
  execFileSync("buildah", ["push", "--quiet", image, `oci:${folder}:image`], { stdio: "ignore" });
  const read = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), "utf8"));
  const [{ digest: manifest }] = indexSchema.parse(read("index.json")).manifests;
  const { layers } = manifestSchema.parse(read(join("blobs", manifest)));
  rmSync(folder, { recursive: true });
  return layers.reduce((sum, { size }) => sum + size, 0);
}
