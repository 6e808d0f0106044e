import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { root } from "./repository.js";

const manifestSchema = z.object({ name: z.string(), version: z.string(), license: z.string() });

/** A dependency's licence: its text, or if it has none the name that its package.json gives, with the package's name and version. */
export function licenceOf(name: string): string {
  const folder = join(root, "node_modules", name);
  const { version, license } = manifestSchema.parse(
    JSON.parse(readFileSync(join(folder, "package.json"), "utf8")),
  );
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)\b/i.test(each));
  const text = file === undefined ? `Licence: ${license}` : readFileSync(join(folder, file), "utf8").trim();
  return `${name} ${version}\n\n${text}`;
}
