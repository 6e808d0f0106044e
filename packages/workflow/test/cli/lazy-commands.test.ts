import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { build } from "../../bin/build.js";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const { metafile } = await build(root, { entry: "src/main.ts", outdir: "dist" });
const outputs = metafile.outputs;

/** The sources that are loaded with a file of the bundle: its own, and those of files that it imports at once. */
function loadedWith(file: string, seen = new Set<string>()): string[] {
  const output = outputs[file];
  if (output === undefined || seen.has(file)) return [];
  seen.add(file);
  const imported = output.imports.filter(
    ({ kind, external }) => kind === "import-statement" && external !== true,
  );
  return [...Object.keys(output.inputs), ...imported.flatMap(({ path }) => loadedWith(path, seen))];
}

function fileWith(source: string): string {
  const found = Object.keys(outputs).find((file) =>
    Object.keys(outputs[file]?.inputs ?? {}).includes(source),
  );
  if (found === undefined) throw new Error(`No file of the bundle holds ${source}.`);
  return found;
}

/** All of the package but the small parts that the engine shares with it. */
const isOfLinter = (source: string): boolean =>
  /^packages\/argo-lint\/src\/(?!cli\/options\/|terminal\/|text\/|yaml\/)/.test(source);

/** The work of the commands that build images and make releases. */
const isForProjects = (source: string): boolean =>
  /^packages\/workflow\/src\/cli\/(image|release)\//.test(source);

test.each([
  "src/main.ts",
  "packages/workflow/src/cli/command-line.ts",
  "packages/workflow/src/cli/step/run-pod-call.ts",
  "packages/workflow/src/local/run-workflow.ts",
  "packages/workflow/src/argo/index.ts",
])("%s is loaded without the linter, and without what builds images and makes releases", (source) => {
  const loaded = loadedWith(fileWith(source));

  expect(loaded).toContain(source);
  expect(loaded.filter((each) => isOfLinter(each) || isForProjects(each))).toEqual([]);
});

test.each([
  "image/build-image.ts",
  "image/pin-images.ts",
  "release/actions.ts",
  "release/train.ts",
  "release/start-changelog.ts",
])("the bundle holds %s", (path) => {
  const source = `packages/workflow/src/cli/${path}`;

  expect(loadedWith(fileWith(source))).toContain(source);
});

test("the command lint is loaded with the linter", () => {
  const loaded = loadedWith(fileWith("packages/workflow/src/cli/lint/run-lint.ts"));

  expect(loaded).toContain("packages/argo-lint/src/rules/index.ts");
});
