import type { BuildOptions as EsbuildOptions, Metafile } from "esbuild";

/** Something in the project's source that does not bundle, such as a syntax error. */
export class BundleError extends Error {}

/** What differs from bundle to bundle; anything else of esbuild's options goes through. */
export interface BuildOptions extends Omit<EsbuildOptions, "banner"> {
  /** The program's first file; left out where `stdin` holds it. */
  entry?: string;
  outdir: string;
  minify?: boolean;
  sourcemap?: "linked" | false;
  /** At the head of each file; by default a line that makes `require`, which packages in CommonJS want. */
  banner?: string;
}

/** Bundles a program with all that it imports but native packages; the files are not written. */
export function build(
  root: string,
  options: BuildOptions,
): Promise<{ outputFiles: { path: string; contents: Uint8Array }[]; metafile: Metafile }>;
