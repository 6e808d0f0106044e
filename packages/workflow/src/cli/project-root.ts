import { relative } from "node:path";

/** The project's directory: the program's starter names it; in a pod it is where the process runs. */
export function projectRoot(): string {
  return process.env.PIPELINE_ROOT ?? process.cwd();
}

/** Where the person typed the command, also when npm changed to the project's directory before. */
export function callersDirectory(): string {
  const { INIT_CWD, npm_lifecycle_event: script } = process.env;
  return script !== undefined && INIT_CWD !== undefined ? INIT_CWD : process.cwd();
}

/** A path as a person would type it: relative where that is shorter. */
export function shortPath(path: string): string {
  const fromHere = relative(callersDirectory(), path);
  return fromHere !== "" && fromHere.length < path.length ? fromHere : path;
}
