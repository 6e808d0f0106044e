/** A file of a folder that is moved as a whole, or that could be. */
export interface FolderFile {
  /** Below the folder or the prefix, with slashes. */
  readonly name: string;
  readonly bytes: number;
}

/** Names for a message: the first few, and how many more there are. */
export function someOf(names: readonly string[]): string {
  const shown = 3;
  const more = names.length - shown;
  return `${names.slice(0, shown).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** `1 file`, `12 files`. */
export function filesText(count: number): string {
  return count === 1 ? "1 file" : `${count} files`;
}

/** All bytes of some files. */
export function bytesOf(files: readonly FolderFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
