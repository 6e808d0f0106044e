import { join } from "node:path";

/** This repository's directory. */
export const root = join(import.meta.dirname, "../..");

/** The folder of a workspace. @param name of the folder below `packages/` */
export function workspaceFolder(name: string): string {
  return join(root, "packages", name);
}
