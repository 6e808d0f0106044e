/** A file of a folder that is transferred. */
export interface FolderFile {
  /** Path relative to the folder or the prefix, with slashes. */
  readonly name: string;
  readonly bytes: number;
}

/** Names for a message: the first three and the number of others. */
export function someOf(names: readonly string[]): string {
  const maxShown = 3;
  const more = names.length - maxShown;
  return `${names.slice(0, maxShown).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** Total size of the files, in bytes. */
export function bytesOf(files: readonly FolderFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
