import { dirname, join, relative, sep } from "node:path";
import { positionsIn } from "./source-positions.js";

/**
 * Where in the project's own files an error comes from, as in `src/steps/train.ts:12:5`: the innermost position in its stack
 * that is neither in an installed package nor in the engine.
 * @param root the project's directory
 * @returns undefined if no position in the stack is in the project
 */
export function errorLocation(stack: string, root = projectFolder()): string | undefined {
  const found = positionsIn(stack).find(({ path }) => isOwn(path, root));
  return found && `${relative(root, found.path).split(sep).join("/")}:${found.line}:${found.column}`;
}

function projectFolder(): string {
  return process.env.TIPHYS_ROOT ?? process.cwd();
}

function isOwn(path: string, root: string): boolean {
  if (!path.startsWith(root + sep) || path.includes(`${sep}node_modules${sep}`)) return false;
  const packages = enginePackages();
  if (packages === undefined || !path.startsWith(packages + sep)) return true;
  const [, inside] = relative(packages, path).split(sep);
  return inside !== "src" && inside !== "bin";
}

/** The folder of the engine's packages, if this module is in a bundle with a source map or was loaded as a source. */
function enginePackages(): string | undefined {
  const [here] = positionsIn(new Error().stack ?? "");
  const end = join("workflow", "src", "execution", "error-location.ts");
  return here?.path.endsWith(end) ? dirname(dirname(dirname(dirname(here.path)))) : undefined;
}
