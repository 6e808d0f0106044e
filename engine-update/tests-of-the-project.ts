/**
 * Appended to a project's test scripts. The engine's tests take minutes, and a project's edits do not affect them:
 * test:engine runs them.
 */
export const withoutEngine = '--exclude "packages/**"';

/** An entry of the engine in the form of the project's own entry: excluding the engine's tests if that does. */
export function asIn(own: unknown, entry: unknown): unknown {
  const excludes = typeof own === "string" && own.endsWith(` ${withoutEngine}`);
  return excludes && typeof entry === "string" ? `${entry} ${withoutEngine}` : entry;
}
