/**
 * All files that an image holds but packages that cannot be bundled: a starter, the whole program, and a program of
 * its own for each step that a module exports. Paths are relative to the image's folder; nothing is written.
 */
export function buildImage(
  root: string,
  options: { entry: string; scratch: string; minify?: boolean },
): Promise<{ path: string; contents: Uint8Array | string }[]>;
