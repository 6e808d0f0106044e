import { relative } from "node:path";

/** The project's directory, as bin/tiphys.js sets it; in a pod the working directory. */
export function projectRoot(): string {
  return process.env.TIPHYS_ROOT ?? process.cwd();
}

/** The directory in which the command was typed, even if npm changed to the project's directory. */
export function callersDirectory(): string {
  const { INIT_CWD, npm_lifecycle_event: script } = process.env;
  return script !== undefined && INIT_CWD !== undefined ? INIT_CWD : process.cwd();
}

/** A path as a person would type it: relative if that is shorter. */
export function shortPath(path: string): string {
  const fromHere = relative(callersDirectory(), path);
  return fromHere !== "" && fromHere.length < path.length ? fromHere : path;
}
