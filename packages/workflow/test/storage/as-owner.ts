import { chownSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Any that is not the administrator's, who may read and write everything. */
const ordinary = 65_534;

/** Does something with the rights of an ordinary user to whom a folder and all in it belongs. */
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
