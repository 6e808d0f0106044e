import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** Puts a file or directory under a key. Of an empty directory nothing is stored, as in S3. */
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

/** Fetches what lies under a key, a file or all that begins with it; false where there is nothing. */
export function getObject(bucket: string, key: string, path: string): boolean {
  const source = join(bucket, key);
  if (!existsSync(source)) return false;
  mkdirSync(dirname(path), { recursive: true });
  cpSync(source, path, { recursive: true });
  return true;
}
