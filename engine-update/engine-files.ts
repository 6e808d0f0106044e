/**
 * Files outside of `packages/` that belong to the engine: a later version brings them along. A path is a file, or a
 * folder with all that is in it.
 */
export const engineFiles = [
  ".ci",
  ".dockerignore",
  ".editorconfig",
  ".gitattributes",
  ".github/dependabot.yml",
  ".github/scripts",
  ".github/workflows",
  ".node-version",
  ".npmrc",
  "Dockerfile",
  "biome.json",
  "docs/lint.md",
  "engine-update",
  "test/project.ts",
  "test/setup.ts",
  "tsconfig.json",
  "vitest.config.ts",
];

/** Fields of package.json that have entries of the engine's beside those of the project. */
export const engineFields = [
  "engines",
  "scripts",
  "dependencies",
  "devDependencies",
  "overrides",
  "allowScripts",
];
