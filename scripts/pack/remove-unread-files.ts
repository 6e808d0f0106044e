import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Removes compiled files that nobody reads: declarations that those of the package's exports do not import, and modules
 * that only declare types if their declarations are removed.
 * @param folder of the package, with its compiled modules in `dist/`
 * @param faces paths of the declarations of its exports, from that folder
 */
export function removeUnreadFiles(folder: string, faces: readonly string[]): void {
  const imported = declarationsFrom(faces.map((face) => join(folder, face)));
  const dist = join(folder, "dist");
  for (const path of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
    const file = join(dist, path);
    if (path.endsWith(".d.ts") && !imported.has(file)) rmSync(file);
    if (!path.endsWith(".js") || readFileSync(file, "utf8").trim() !== "export {};") continue;
    if (!imported.has(file.replace(/\.js$/, ".d.ts"))) rmSync(file);
  }
}

/** The declarations that these import by relative paths, directly or not, and these themselves. */
export function declarationsFrom(faces: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (file: string): void => {
    if (reached.has(file) || !existsSync(file)) return;
    reached.add(file);
    const imports = readFileSync(file, "utf8").matchAll(/(?:\bfrom |\bimport |\bimport\()"(\.[^"]+)\.js"/g);
    for (const [, path = ""] of imports) visit(join(dirname(file), `${path}.d.ts`));
  };
  for (const face of faces) visit(face);
  return reached;
}
