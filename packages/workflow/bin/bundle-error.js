/** The project cannot be bundled, for example because of a syntax error in its source. */
export class BundleError extends Error {
  name = "BundleError";
}
