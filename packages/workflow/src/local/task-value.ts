/** A file or directory that a task wrote, or an input of the run. */
export interface ArtifactFile {
  readonly path: string;
  /** SHA-256 of the bytes; for a directory, of its files' names and bytes. */
  readonly sha256: string;
  readonly bytes: number;
  /** The address from which it was downloaded, without secrets. */
  readonly source?: string;
}

/** A value between tasks, as in Argo: a text, a file, or a list of files. */
export type TaskValue =
  | { readonly kind: "parameter"; readonly text: string }
  | { readonly kind: "artifact"; readonly artifact: ArtifactFile }
  | { readonly kind: "list"; readonly artifacts: readonly ArtifactFile[] };

/** Values by name; undefined if an optional value does not exist. */
export type TaskValues = Readonly<Record<string, TaskValue | undefined>>;
