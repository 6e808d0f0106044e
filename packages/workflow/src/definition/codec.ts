/**
 * How one kind of artifact is written to disk and read back. Every value that crosses a step boundary goes through
 * its codec, on a laptop and in a pod.
 *
 * A codec validates: `decode` must reject what it did not expect (throw {@link ContractError}), and `encode` must
 * reject a value that `decode` would not give back.
 */
export interface Codec<T> {
  /** Name of the format. An output fits an input only where both name the same format. */
  readonly format: string;
  /** File extension without the dot; empty for a directory. It decides what Argo's UI shows inline. */
  readonly extension: string;
  /** Media type, such as "application/json". */
  readonly mediaType: string;
  /** Writes the value to a path that does not exist yet. */
  encode(value: T, path: string): void | Promise<void>;
  /** Reads what lies at the path, which in a pod has no extension. */
  decode(path: string): T | Promise<T>;
}

/** The name of an artifact's file: `model.json`, or `parts` for a directory. */
export function artifactFileName(name: string, codec: { readonly extension: string }): string {
  return codec.extension === "" ? name : `${name}.${codec.extension}`;
}
