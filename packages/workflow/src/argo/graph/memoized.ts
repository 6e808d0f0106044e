import type { Step } from "../../definition/step.js";

const digests = new WeakMap<Step, { readonly code: string | undefined }>();

/**
 * Marks a step as one that outputs the digests of its artifacts.
 * @param code the digest of its code, if Argo may take its outputs from an earlier workflow
 */
export function setMemoized(step: Step, code: string | undefined): void {
  digests.set(step, { code });
}

/** What {@link setMemoized} has set; undefined for any other step. */
export function memoizedStep(step: Step): { readonly code: string | undefined } | undefined {
  return digests.get(step);
}
