import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { packed, unpacked } from "./packed.js";

const templateSchema = z.object({ version: z.string(), files: z.record(z.string(), z.string()) });

/** Changes of the template's texts, by path. */
export type TemplateChanges = Readonly<Record<string, (text: string) => string>>;

/**
 * Packs all packages again with a later version, and a changed template.
 * @param folder for the tarballs
 */
export function packLaterVersion(folder: string, version: string, changes: TemplateChanges): void {
  mkdirSync(folder, { recursive: true });
  for (const each of packed) {
    const content = unpacked(each);
    const manifest = join(content, "package.json");
    // The packages depend on the exact version of each other.
    writeFileSync(manifest, readFileSync(manifest, "utf8").replaceAll(`"${each.version}"`, `"${version}"`));
    if (each.name === "create-tiphys") changeTemplate(join(content, "dist/template.json"), version, changes);
    execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: content });
  }
}

function changeTemplate(file: string, version: string, changes: TemplateChanges): void {
  const template = templateSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  for (const [path, change] of Object.entries(changes)) {
    const before = template.files[path] ?? "";
    const after = change(before);
    if (after === before) throw new Error(`${path} did not change.`);
    template.files[path] = after;
  }
  writeFileSync(file, JSON.stringify({ ...template, version }));
}
