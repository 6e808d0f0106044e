/**
 * Files outside of `packages/` that belong to the engine: an update replaces them. A path is a file, or a folder with its
 * content.
 */
export const engineFiles = [
  ".ci",
  ".dockerignore",
  ".editorconfig",
  ".gitattributes",
  ".github/dependabot.yml",
  ".github/scripts",
  // publish.yml is the template's own.
  ".github/workflows/ci.yml",
  ".github/workflows/e2e.yml",
  ".github/workflows/release.yml",
  ".github/workflows/security.yml",
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

/** Fields of package.json that have entries of the engine besides those of the project. */
export const engineFields = [
  "engines",
  "scripts",
  "dependencies",
  "devDependencies",
  "overrides",
  "allowScripts",
];
