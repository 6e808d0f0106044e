/** What a project takes from this repository: files, and folders with their content. */
export const templateFiles: readonly string[] = [
  ".dockerignore",
  ".editorconfig",
  ".gitattributes",
  ".github/dependabot.yml",
  ".github/scripts",
  ".github/workflows/ci.yml",
  ".github/workflows/release.yml",
  ".github/workflows/security.yml",
  ".gitignore",
  ".node-version",
  ".npmrc",
  "Dockerfile",
  "LICENSE",
  "biome.json",
  "data",
  "docs/how-to/another-model.md",
  "docs/how-to/cluster/github.yaml",
  "docs/how-to/explore.md",
  "docs/how-to/from-github-to-a-cluster.md",
  "docs/how-to/run-on-argo.md",
  "docs/how-to/update.md",
  "docs/how-to/write-a-step.md",
  "package-lock.json",
  "package.json",
  "src",
  "test/contract.test.ts",
  "test/data.test.ts",
  "test/image.test.ts",
  "test/project.ts",
  "test/run.test.ts",
  "tsconfig.json",
];

/** Whether a path is one of some files, or inside one of some folders. */
export function isBelow(path: string, places: readonly string[]): boolean {
  return places.some((place) => path === place || path.startsWith(`${place}/`));
}
