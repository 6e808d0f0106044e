/** A file or directory that a task wrote, or that the run was given. */
export interface ArtifactFile {
  readonly path: string;
  /** SHA-256 of the bytes; of a directory, of its files' names and bytes. */
  readonly sha256: string;
  readonly bytes: number;
  /** The address that it was fetched from, without secrets. */
  readonly source?: string;
}

/** A value between tasks, as Argo would hold it: a text, a file, or a list of files. */
export type TaskValue =
  | { readonly kind: "parameter"; readonly text: string }
  | { readonly kind: "artifact"; readonly artifact: ArtifactFile }
  | { readonly kind: "list"; readonly artifacts: readonly ArtifactFile[] };

/** Values by name; undefined where an optional one does not exist. */
export type TaskValues = Readonly<Record<string, TaskValue | undefined>>;
