/**
 * What a project leaves behind when it is made from the template. A path is a file, or a folder with all that is in it;
 * what is not there is passed over.
 */

/** Needed to make a project, and by no project: removed from each of them. */
export const ofTheTemplate = [
  "init",
  "test/init",
  // They compare the template's pages with its sources: a first edit of a project would fail them.
  "test/docs",
  "test/engine-files.test.ts",
  // It compares names of the folder init with others.
  "test/exported-names.test.ts",
  // What a server said to the template's own workflows.
  "e2e/recorded",
  "docs/how-to/make-it-yours.md",
];

/** Of these, what other tests use: kept with the template's data. */
export const helpersOfOtherTests = ["test/docs/project-copy.ts", "test/docs/run-command.ts"];

/** About the template's data, its figures and its pages: removed where a project has data of its own. */
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

/** The tests that fit any data. Where a project has data of its own, all others below `test/` are removed. */
export const testsOfAnyData = [
  "test/contract.test.ts",
  "test/image.test.ts",
  "test/manifest-equivalence.test.ts",
  "test/project.ts",
  "test/run.test.ts",
  "test/setup.ts",
];

/** Tests that are kept with the examples. */
export const testsOfExamples = [
  "test/examples/first-line.test.ts",
  "test/examples/manifests.test.ts",
  "test/examples/program.test.ts",
];

/** Workflows to learn from: removed with the template's data unless they are asked for. */
export const examplesFolder = "examples";

/** Scripts of package.json that go with the folders above. */
export const scriptsOf: Readonly<Record<string, readonly string[]>> = {
  init: ["init", "test:init", "engine-files"],
  bench: ["bench", "bench:nothing"],
  e2e: ["e2e", "e2e:image"],
  examples: ["example", "examples:update"],
};
