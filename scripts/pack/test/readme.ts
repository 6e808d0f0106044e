import { readFileSync } from "node:fs";
import { join } from "node:path";
import { workspaceFolder } from "../repository.js";

/** The blocks of code of a package's page, in one language. @param name of the folder below `packages/` */
export function readmeBlocks(name: string, language: string): string[] {
  const page = readFileSync(join(workspaceFolder(name), "README.md"), "utf8");
  const blocks = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms");
  return [...page.matchAll(blocks)].map(([, text = ""]) => text);
}

/** The only block of code of a package's page in one language. */
export function readmeBlock(name: string, language: string): string {
  const [block, ...others] = readmeBlocks(name, language);
  if (block === undefined || others.length > 0) {
    throw new Error(`packages/${name}/README.md: expected one block of ${language}.`);
  }
  return block;
}
