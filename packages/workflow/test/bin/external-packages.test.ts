import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { project, tempDir, writeFiles } from "../cli/fixture-project.js";

const { platform } = process;
const bin = fileURLToPath(new URL("../../bin/", import.meta.url));

/** A project with a workspace and installed packages. */
function projectWith(lists: {
  readonly own?: unknown;
  readonly workspace?: unknown;
  readonly dependency?: unknown;
}): string {
  const root = tempDir();
  const manifest = (name: string, more: object = {}): string =>
    JSON.stringify({ name, version: "1.0.0", ...more });
  writeFiles(root, {
    "package.json": manifest("own", {
      workspaces: ["packages/*"],
      dependencies: { images: "*", plots: "^1.0.0", absent: "*" },
      tiphys: { external: lists.own },
    }),
    "node_modules/plots/package.json": manifest("plots", { tiphys: { external: lists.dependency } }),
    "packages/images/package.json": manifest("images", { tiphys: { external: lists.workspace } }),
    "node_modules/decoder/package.json": manifest("decoder", {
      dependencies: { helper: "*" },
      optionalDependencies: {
        [`@native/decoder-${platform}-x64`]: "*",
        [`@native/decoder-${platform}-arm64`]: "*",
        extra: "*",
      },
    }),
    "node_modules/decoder/index.js": "",
    "node_modules/decoder/index.d.ts": "",
    "node_modules/decoder/node_modules/nested/package.json": manifest("nested"),
    "node_modules/helper/package.json": manifest("helper", { dependencies: { decoder: "*" } }),
    "node_modules/extra/package.json": manifest("extra"),
    [`node_modules/@native/decoder-${platform}-x64/package.json`]: manifest("native"),
    "node_modules/@native/decoder-aix-x64/package.json": manifest("native"),
    "node_modules/fonts/package.json": manifest("fonts"),
    "node_modules/fonts/ttf/one.ttf": "1",
    "node_modules/fonts/ttf/two.ttf": "2",
    "packages/images/node_modules/codes/package.json": manifest("codes"),
    "node_modules/unlisted/package.json": manifest("unlisted"),
  });
  return root;
}

/** Builds the part of the image that is not bundled. */
function copyPackages(root: string, cpu = "x64"): Record<"status" | "stderr" | "copied", unknown> {
  const args = [`${bin}tiphys.js`, "build", "--part", "packages", "--cpu", cpu];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  return { status, stderr, copied: status === 0 ? filesBelow(join(root, "dist", "node_modules")) : [] };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

test("copies what a dependency of the project lists", () => {
  expect(copyPackages(projectWith({ dependency: ["codes", "fonts"] })).stderr).toBe(
    "codes is not installed, which node_modules/plots/package.json lists in tiphys.external. Install it, or remove it from the list.\n",
  );
  expect(copyPackages(projectWith({ dependency: ["fonts"] })).copied).toEqual([
    "fonts/package.json",
    "fonts/ttf/one.ttf",
    "fonts/ttf/two.ttf",
  ]);
});

test("copies what the project and its workspaces list, with the packages that these need", () => {
  const fonts = { name: "fonts", files: ["package.json", "ttf/one.ttf"] };

  expect(copyPackages(projectWith({ own: ["decoder"], workspace: [fonts, "codes"] }))).toEqual({
    status: 0,
    stderr: "",
    copied: [
      `@native/decoder-${platform}-x64/package.json`,
      "codes/package.json",
      "decoder/index.js",
      "decoder/node_modules/nested/package.json",
      "decoder/package.json",
      "extra/package.json",
      "fonts/package.json",
      "fonts/ttf/one.ttf",
      "helper/package.json",
    ],
  });
});

test.each([
  [
    { own: ["absent"] },
    "x64",
    "absent is not installed, which package.json lists in tiphys.external. Install it, or remove it from the list.",
  ],
  [
    { workspace: [{ name: "fonts", files: ["ttf/three.ttf"] }] },
    "x64",
    "fonts has no file ttf/three.ttf, which packages/images/package.json lists in tiphys.external. Fix the path, or remove it.",
  ],
  [
    { own: ["decoder"] },
    "arm64",
    `@native/decoder-${platform}-arm64 is not installed. Run npm ci --os=${platform} --cpu=arm64 first.`,
  ],
  [
    { own: ["decoder"] },
    "mips",
    `@native/decoder-${platform}-mips is not installed. There is no such package. Available processors: arm64, x64.`,
  ],
])("refuses %j, which is not there, for %s", (lists, cpu, message) => {
  expect(copyPackages(projectWith(lists), cpu)).toEqual({ status: 1, stderr: `${message}\n`, copied: [] });
});

const ofAnEntry =
  'expected the name of a package, or an object such as { "name": "sharp", "files": ["package.json"] } with paths inside of the package. Fix it, or remove it.';

test.each([
  [
    { own: "sharp" },
    'package.json: tiphys.external is "sharp", expected a list of packages, such as ["sharp"]. Fix it, or remove it.',
  ],
  [{ workspace: ["decoder", 3] }, `packages/images/package.json: tiphys.external[1] is 3, ${ofAnEntry}`],
  [{ own: [null] }, `package.json: tiphys.external[0] is null, ${ofAnEntry}`],
  [{ own: ["../above"] }, `package.json: tiphys.external[0] is "../above", ${ofAnEntry}`],
  [{ own: [{ files: ["a"] }] }, `package.json: tiphys.external[0] is {"files":["a"]}, ${ofAnEntry}`],
  [
    { own: [{ name: "fonts", files: ["../a"] }] },
    `package.json: tiphys.external[0] is {"name":"fonts","files":["../a"]}, ${ofAnEntry}`,
  ],
  [
    { own: [{ name: "fonts", file: "a" }] },
    `package.json: tiphys.external[0] is {"name":"fonts","file":"a"}, ${ofAnEntry}`,
  ],
])("refuses the list %j", (lists, message) => {
  expect(copyPackages(projectWith(lists))).toEqual({ status: 1, stderr: `${message}\n`, copied: [] });
});

/** The text of the program that a project is bundled to. */
function bundleOf(root: string): string {
  const script = `import { bundleProject } from ${JSON.stringify(`${bin}bundle-project.js`)}; console.log(await bundleProject(${JSON.stringify(root)}));`;
  const args = ["--input-type=module", "--eval", script];
  const program = spawnSync(process.execPath, args, { encoding: "utf8" }).stdout.trim();
  return readFileSync(join(dirname(program), "program.js"), "utf8");
}

test("a listed package is not bundled, and a workspace's other list makes another bundle", () => {
  const root = project({
    "package.json": '{ "type": "module", "workspaces": ["packages/*"] }',
    "packages/images/package.json": "{}",
    "src/main.ts": 'import { word } from "decoder";\nconsole.log(word);\n',
  });
  writeFiles(root, {
    "node_modules/decoder/package.json": '{ "name": "decoder", "type": "module", "exports": "./index.js" }',
    "node_modules/decoder/index.js": 'export const word = "decoded";\n',
  });
  expect(bundleOf(root)).toContain('"decoded"');

  writeFiles(root, { "packages/images/package.json": '{ "tiphys": { "external": ["decoder"] } }' });

  expect(bundleOf(root)).toContain('from "decoder"');
});

test("a package that another package lists is left out wherever that package is", () => {
  const root = project({ "src/main.ts": 'import { shown } from "plots";\nconsole.log(shown);\n' });
  writeFiles(root, {
    "node_modules/plots/package.json":
      '{ "name": "plots", "type": "module", "exports": "./lib/index.js", "tiphys": { "external": ["decoder"] } }',
    "node_modules/plots/lib/index.js":
      'import { word } from "decoder/words";\nexport const shown = word.length;\n',
  });

  expect(bundleOf(root)).toContain('from "decoder/words"');
});
