import { compare, gt, lte } from "semver";

/** A project's files, as a migration sees and changes them. Paths are relative to the project, with slashes. */
export interface MigratedFiles {
  readonly paths: readonly string[];
  /** The text of a file; undefined if there is none. */
  read(path: string): string | undefined;
  /** Replaces or adds a file. */
  write(path: string, text: string): void;
  /** Moves a file; without effect if there is none, or if another file has the new path. */
  move(from: string, to: string): void;
  remove(path: string): void;
}

/**
 * A change that the merge cannot see by itself, for example that a file moved and was rewritten at once. It is applied to the
 * old form of the template and to the user's files before they are merged, so that it counts as a change of neither side.
 * The user may have edited, moved or removed every file.
 */
export interface Migration {
  /** The first version of the template that has the change. */
  readonly version: string;
  /** What it does, for the report: "src/main.ts moved to src/cli.ts". */
  readonly name: string;
  migrate(files: MigratedFiles): void;
}

/**
 * All migrations. Empty: since the first version of create-tiphys no file of the template moved in a way that git's rename
 * detection does not find.
 */
export const migrations: readonly Migration[] = [];

/** The migrations that an update applies, in the order of their versions: later than `from`, up to `to`. */
export function migrationsBetween(list: readonly Migration[], from: string, to: string): Migration[] {
  return list
    .filter(({ version }) => gt(version, from) && lte(version, to))
    .sort((a, b) => compare(a.version, b.version));
}
