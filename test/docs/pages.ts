import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project-copy.js";

/** The text of a page, without what only its form in a package shows. @param path from the project's root */
export function readPage(path: string): string {
  return readFileSync(join(projectRoot, path), "utf8").replaceAll(/<!-- package:\n.*?-->\n/gs, "");
}

/** The pages that npm shows. `npm run test:packages` follows them with the packed packages. */
export const packagePages = ["argo-lint", "ml", "workflow"].map((name) => `packages/${name}/README.md`);

/** Every page of the documentation, by its path from the project's root. */
export function allPages(): string[] {
  const docs = readdirSync(join(projectRoot, "docs"), { recursive: true, encoding: "utf8" });
  return [
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "data/README.md",
    ...packagePages,
    "examples/README.md",
    ...docs.filter((file) => file.endsWith(".md")).map((file) => join("docs", file)),
  ];
}
