import { chownSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Any user ID except root's, which may read and write everything. */
const ordinary = 65_534;

/** Runs a function with the permissions of an ordinary user who owns a folder and its content. */
export async function asOwner(folder: string, work: () => Promise<void>): Promise<void> {
  if (process.getuid?.() !== 0) return work();
  for (const path of ["", ...readdirSync(folder, { recursive: true, encoding: "utf8" })]) {
    chownSync(join(folder, path), ordinary, ordinary);
  }
  process.seteuid?.(ordinary);
  try {
    await work();
  } finally {
    process.seteuid?.(0);
  }
}
