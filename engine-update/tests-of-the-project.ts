/**
 * What a project's scripts of tests end with. The engine's tests take minutes, and nothing that a project edits changes
 * them: test:engine runs them.
 */
export const withoutEngine = '--exclude "packages/**"';

/** An entry of the engine's as a project has it whose own entry leaves the engine's tests out. */
export function asIn(own: unknown, entry: unknown): unknown {
  const leavesOut = typeof own === "string" && own.endsWith(` ${withoutEngine}`);
  return leavesOut && typeof entry === "string" ? `${entry} ${withoutEngine}` : entry;
}
