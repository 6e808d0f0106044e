import { readFileSync } from "node:fs";
import * as z from "zod";
import type { ProjectTemplate } from "./template.js";

const packedSchema = z.object({ version: z.string(), files: z.record(z.string(), z.string()) });

/** The template as the text of one file: npm leaves files such as .npmrc and .gitignore out of packages. */
export function packTemplate({ version, files }: ProjectTemplate): string {
  return `${JSON.stringify({ version, files: Object.fromEntries(files) })}\n`;
}

/** The template of a published package. @param file written with `packTemplate` */
export function readPackedTemplate(file: URL): ProjectTemplate {
  const { version, files } = packedSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  return { version, files: new Map(Object.entries(files)) };
}
