import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { repositoryFiles } from "./repository-files.js";
import type { ProjectTemplate } from "./template.js";
import { isBelow, templateFiles } from "./template-files.js";

/** The template in a clone of its repository. @param root the clone's folder */
export function readRepository(root: string): ProjectTemplate {
  const read = (path: string): string => readFileSync(join(root, path), "utf8");
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(read("package.json")));
  const paths = repositoryFiles(root).filter((path) => isBelow(path, templateFiles));
  return { version, files: new Map(paths.map((path) => [path, read(path)])) };
}
