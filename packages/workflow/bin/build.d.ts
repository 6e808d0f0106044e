import type { BuildOptions as EsbuildOptions, Metafile } from "esbuild";

/** Options of a bundle; other options of esbuild are passed through. */
export interface BuildOptions extends Omit<EsbuildOptions, "banner"> {
  /** The program's main file, unless `stdin` contains it. */
  entry?: string;
  outdir: string;
  minify?: boolean;
  sourcemap?: "linked" | false;
  /** Text at the top of each file; default: a definition of `require`, which CommonJS packages need. */
  banner?: string;
}

/** Bundles a program with its imports, except packages that cannot be bundled; the files are not written. */
export function build(
  root: string,
  options: BuildOptions,
): Promise<{ outputFiles: { path: string; contents: Uint8Array }[]; metafile: Metafile }>;
