/**
 * Writes one kind of artifact to disk and reads it back. Every value between steps passes through its codec, on this
 * machine and in a pod.
 *
 * A codec validates: `decode` must reject unexpected content (throw {@link ContractError}), and `encode` must reject a
 * value that `decode` would not return unchanged.
 */
export interface Codec<T> {
  /** Name of the format. An output can be wired to an input only if both have the same format. */
  readonly format: string;
  /** File extension without the dot; empty for a directory. Argo's UI uses it to decide what to show inline. */
  readonly extension: string;
  /** Media type, such as "application/json". */
  readonly mediaType: string;
  /** Writes the value to a path that does not exist yet. */
  encode(value: T, path: string): void | Promise<void>;
  /** Reads the file or directory at the path. In a pod the path has no extension. */
  decode(path: string): T | Promise<T>;
}
