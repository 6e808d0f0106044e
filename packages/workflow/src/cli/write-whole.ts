import { renameSync, writeFileSync } from "node:fs";

/** Writes a file beside its place and renames it: whoever reads sees all of it or none. */
export function writeWhole(file: string, text: string): void {
  const beside = `${file}.${process.pid}.part`;
  writeFileSync(beside, text);
  renameSync(beside, file);
}
