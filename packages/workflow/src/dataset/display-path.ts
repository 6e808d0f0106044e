import { isAbsolute, relative, resolve, sep } from "node:path";

/** A path as messages show it: relative to the working directory if it is inside, otherwise unchanged. */
export function displayPath(path: string): string {
  const fromHere = relative(process.cwd(), resolve(path));
  const isInside =
    fromHere !== "" && fromHere !== ".." && !fromHere.startsWith(`..${sep}`) && !isAbsolute(fromHere);
  return isInside ? fromHere : path;
}
