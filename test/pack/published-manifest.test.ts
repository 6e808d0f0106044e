import { expect, test } from "vitest";
import { parseManifest, publishedManifest } from "../../scripts/pack/published-manifest.js";

const source = {
  name: "@tiphys/example",
  version: "1.2.3",
  private: true,
  license: "MIT",
  type: "module",
  exports: { ".": "./src/index.ts", "./cli": "./src/cli/index.ts" },
  bin: { example: "./bin/example.js" },
  dependencies: { "@tiphys/other": "*", "chartjs-node-canvas": "^5.0.0", yaml: "^2.9.1" },
  peerDependencies: { zod: "^4.3.0" },
  tiphys: { external: ["@napi-rs/canvas", "canvas", { name: "fonts", files: ["a.ttf"] }] },
};

function published(
  manifest: object = source,
  bundled: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): object {
  return publishedManifest(
    parseManifest(JSON.stringify(manifest)),
    new Map([["@tiphys/other", "2.0.0"]]),
    bundled,
    environment,
  );
}

test("a job of GitHub Actions publishes where the package comes from, which its provenance has to match", () => {
  const job = { GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "Me/Engine" };
  expect(published(source, [], job)).toMatchObject({
    repository: { type: "git", url: "git+https://github.com/Me/Engine.git", directory: "packages/example" },
  });
  expect(published()).not.toHaveProperty("repository");
});

test("exports name what is compiled, types first, and the manifest itself", () => {
  const { exports } = Object(published());

  expect(exports).toEqual({
    ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
    "./cli": { types: "./dist/cli/index.d.ts", default: "./dist/cli/index.js" },
    "./package.json": "./package.json",
  });
  expect(Object.keys(exports["."])).toEqual(["types", "default"]);
});

test("another package of the repository has the version that is published with it", () => {
  expect(published()).toHaveProperty("dependencies", {
    "@tiphys/other": "2.0.0",
    "chartjs-node-canvas": "^5.0.0",
    yaml: "^2.9.1",
  });
});

test("what dist/ contains is no dependency, and no package that programs load from node_modules", () => {
  expect(published(source, ["canvas", "chartjs-node-canvas"])).toMatchObject({
    dependencies: { "@tiphys/other": "2.0.0", yaml: "^2.9.1" },
    tiphys: { external: ["@napi-rs/canvas", { name: "fonts", files: ["a.ttf"] }] },
  });
});

test("a package is private only in the repository; other fields are as they are", () => {
  expect(published()).not.toHaveProperty("private");
  expect(published()).toMatchObject({
    name: "@tiphys/example",
    version: "1.2.3",
    license: "MIT",
    type: "module",
    bin: { example: "./bin/example.js" },
    peerDependencies: { zod: "^4.3.0" },
  });
});

test("a package without dependencies and external packages gets none", () => {
  const { dependencies: _dependencies, tiphys: _tiphys, ...others } = source;

  expect(published(others)).toMatchObject({ dependencies: {} });
  expect(published(others)).not.toHaveProperty("tiphys");
});

test.each([
  ["a compiled file", { ".": "./dist/index.js" }],
  ["a file outside of src/", { ".": "./index.ts" }],
])("exports that name %s are refused", (_what, exports) => {
  expect(() => published({ ...source, exports })).toThrow(/exports/);
});
