import { existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";

/**
 * The path of a file in node_modules/.cache, which is written if it is not there.
 * @param what for the message that it is being written
 * @param write writes the file under a temporary name
 */
export function keptFile(root: string, name: string, what: string, write: (temp: string) => void): string {
  const folder = join(root, "node_modules", ".cache", "tiphys-bench");
  const path = join(folder, name);
  if (existsSync(path)) return path;
  console.error(`Writing ${what} …`);
  mkdirSync(folder, { recursive: true });
  const temp = `${path}.${process.pid}`;
  write(temp);
  renameSync(temp, path);
  return path;
}
