/**
 * The files of the template that a new project does not keep. A path is a file, or a folder with its content; missing paths
 * are ignored.
 */

/** Needed by the template only: removed from every project. */
export const ofTheTemplate = [
  "init",
  "test/init",
  // They compare the template's pages with its sources: a project's first edit would fail them.
  "test/docs",
  "test/engine-files.test.ts",
  // It compares names of the folder init with others.
  "test/exported-names.test.ts",
  // A server's recorded answers to the template's own workflows.
  "e2e/recorded",
  // They release the packages, which a project only uses.
  "scripts",
  "knip.json",
  ".github/workflows/publish.yml",
  "test/github/publish.test.ts",
  "test/pack",
  "docs/how-to/lint-any-manifest.md",
  "docs/how-to/make-it-yours.md",
  "docs/how-to/use-the-packages.md",
];

/** The files of these that other tests use: kept with the template's data. */
export const helpersOfOtherTests = ["test/docs/project-copy.ts", "test/docs/run-command.ts"];

/** Specific to the template's data, figures and pages: removed from projects with their own data. */
export const ofTheTemplatesData = [
  // Continuous integration of the template, its measurements, and its tests on a real cluster.
  ".ci",
  ".github/workflows/e2e.yml",
  "bench",
  "e2e",
  // How to contribute to the template.
  "CONTRIBUTING.md",
  // Pictures of its results.
  "docs/images",
  "data/diabetes.csv",
];

/** The tests that fit any data. From projects with their own data, all others below `test/` are removed. */
export const testsOfAnyData = [
  "test/contract.test.ts",
  "test/image.test.ts",
  "test/manifest-equivalence.test.ts",
  "test/project.ts",
  "test/run.test.ts",
  "test/setup.ts",
];

/** Tests that are kept together with the examples. */
export const testsOfExamples = [
  "test/examples/first-line.test.ts",
  "test/examples/manifests.test.ts",
  "test/examples/program.test.ts",
];

/** Example workflows: removed with the template's data unless the user keeps them. */
export const examplesFolder = "examples";

/** Scripts of package.json that are removed with these folders. */
export const scriptsOf: Readonly<Record<string, readonly string[]>> = {
  init: ["init", "test:init", "engine-files"],
  "scripts/pack": ["pack", "test:packages"],
  "scripts/version": ["bump"],
  bench: ["bench", "bench:nothing"],
  e2e: ["e2e", "e2e:image"],
  examples: ["example", "examples:update"],
};
