import type { ManifestOptions } from "../../argo/index.js";
import { UsageError } from "../../definition/errors.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { readStepCodes } from "../../local/cache/step-code.js";

/** Flags of commands that let Argo take outputs of earlier workflows. */
export interface MemoizeFlags {
  readonly cache?: true;
  readonly cacheMaxAge?: string;
}

/**
 * The compiler's options for `--cache`; undefined without it.
 * @throws {UsageError} if the digests of the steps' code are not known
 */
export function memoizeOptions({ cache, cacheMaxAge: maxAge }: MemoizeFlags): ManifestOptions["memoize"] {
  if (cache === undefined) {
    if (maxAge === undefined) return undefined;
    throw new UsageError("--cache-max-age is for --cache.");
  }
  const codes = readStepCodes(process.argv[1] ?? "");
  if (codes === undefined) {
    throw new UsageError(
      "--cache needs the digests of the steps' sources, which this program does not have. Call npx --no tiphys in the project's folder.",
    );
  }
  return {
    codeDigest: (step) => (step.cache === false ? undefined : codes.codeOf(step)?.sha256),
    ...omitUndefined({ maxAge }),
  };
}
