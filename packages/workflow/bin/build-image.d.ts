/**
 * The files of an image, except packages that cannot be bundled: an entrypoint, the whole program, and a separate program
 * for each step that a module exports. Paths are relative to the image's folder; nothing is written.
 */
export function buildImage(
  root: string,
  options: { entry: string; scratch: string; minify?: boolean },
): Promise<{ path: string; contents: Uint8Array | string }[]>;
