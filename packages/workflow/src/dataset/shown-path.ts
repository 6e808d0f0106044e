import { isAbsolute, relative, resolve, sep } from "node:path";

/** A path as a message shows it: relative to the working directory where it lies inside, else as it was given. */
export function shownPath(path: string): string {
  const fromHere = relative(process.cwd(), resolve(path));
  const isInside =
    fromHere !== "" && fromHere !== ".." && !fromHere.startsWith(`..${sep}`) && !isAbsolute(fromHere);
  return isInside ? fromHere : path;
}
