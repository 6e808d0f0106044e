import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** Stores a file or directory under a key. As in S3, nothing is stored for an empty directory. */
export function putObject(bucket: string, key: string, path: string): void {
  const target = join(bucket, key);
  if (statSync(path).isDirectory()) {
    for (const entry of readdirSync(path)) putObject(bucket, join(key, entry), join(path, entry));
    return;
  }
  mkdirSync(dirname(target), { recursive: true });
  rmSync(target, { recursive: true, force: true });
  cpSync(path, target);
}

/** Fetches the file, or all files, under a key; returns false if there are none. */
export function getObject(bucket: string, key: string, path: string): boolean {
  const source = join(bucket, key);
  if (!existsSync(source)) return false;
  mkdirSync(dirname(path), { recursive: true });
  cpSync(source, path, { recursive: true });
  return true;
}
