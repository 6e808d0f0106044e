/** Something in the project's source that does not bundle, such as a syntax error. */
export class BundleError extends Error {}

/** Bundles a program with all that it imports but native packages; the files are not written. */
export function build(
  root: string,
  options: { entry: string; outdir: string; minify?: boolean; sourcemap?: "linked" | false },
): Promise<{ outputFiles: { path: string; contents: Uint8Array }[] }>;
