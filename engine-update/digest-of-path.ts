import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/** SHA-256 of a file, or of a folder and its content except `node_modules`; null if the path does not exist. */
export function digestOfPath(path: string): string | null {
  if (!existsSync(path)) return null;
  const hash = createHash("sha256");
  const add = (place: string, name: string): void => {
    const stats = lstatSync(place);
    if (stats.isDirectory()) {
      const entries = readdirSync(place).filter((entry) => entry !== "node_modules");
      hash.update(JSON.stringify([name, "folder"]));
      for (const entry of entries.sort()) add(join(place, entry), `${name}/${entry}`);
    } else {
      const content = stats.isSymbolicLink() ? Buffer.from(readlinkSync(place)) : readFileSync(place);
      hash.update(JSON.stringify([name, stats.isSymbolicLink() ? "link" : "file", content.length]));
      hash.update(content);
    }
  };
  add(path, "");
  return hash.digest("hex");
}
