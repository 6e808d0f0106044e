import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { errorLocation } from "../../src/execution/error-location.js";
import { withSourcePositions } from "../../src/execution/source-positions.js";
import { tempDir } from "../temp-dir.js";

const source = `interface Row {
  readonly text: string;
}
export function broken(row?: Row): string {
  return row!.text.trim();
}
`;

/** The stack of an error in a bundle of `source`, which is kept in the project's folder of bundles. */
async function stackInBundle(root: string): Promise<{ stack: string; bundle: string }> {
  const cache = join(root, "node_modules", ".cache", "tiphys");
  mkdirSync(join(root, "src"), { recursive: true });
  writeFileSync(join(root, "src", "train.ts"), source);
  const built = await build({
    absWorkingDir: root,
    entryPoints: ["src/train.ts"],
    outdir: join(cache, "out"),
    format: "esm",
    minify: true,
    sourcemap: "linked",
    write: false,
  });
  const folder = join(cache, "0".repeat(64));
  mkdirSync(folder, { recursive: true });
  for (const { path, contents } of built.outputFiles)
    writeFileSync(
      join(folder, path.slice(join(cache, "out").length).replace("train.js", "train.mjs")),
      contents,
    );
  const bundle = join(folder, "train.mjs");
  try {
    (await import(pathToFileURL(bundle).href)).broken();
  } catch (error) {
    if (error instanceof Error) return { stack: error.stack ?? "", bundle };
  }
  throw new Error("nothing broke");
}

test("a position in a bundle is found in the source, by the source map beside the bundle", async () => {
  const root = tempDir();
  const { stack, bundle } = await stackInBundle(root);

  expect(stack).toContain("train.mjs:1:");
  expect(readFileSync(`${bundle}.map`, "utf8")).toContain("train.ts");
  expect(errorLocation(stack, root)).toBe("src/train.ts:5:15");
  expect(withSourcePositions(stack)).toMatch(
    new RegExp(`^TypeError: .*\\n +at \\S+ \\(${root}/src/train\\.ts:5:15\\)\\n`),
  );
});

describe("in a stack, the location", () => {
  const root = "/home/me/project (2)";
  test.each([
    [
      "is the innermost one in the project",
      `at a (${root}/src/a.ts:3:7)\n    at b (${root}/src/b.ts:1:2)`,
      "src/a.ts:3:7",
    ],
    ["may be a file URL", `at async file:///home/me/project%20(2)/src/a.ts:3:7`, "src/a.ts:3:7"],
    ["may have no function", `at ${root}/src/a.ts:3:7`, "src/a.ts:3:7"],
    [
      "is not in an installed package",
      `at x (${root}/node_modules/zod/index.js:9:9)\n    at async run (${root}/src/a.ts:3:7)`,
      "src/a.ts:3:7",
    ],
    ["is not in Node", `at node:fs:12:3\n    at new Model (${root}/src/a.ts:3:7)`, "src/a.ts:3:7"],
    ["is not in a folder with a longer name", `at a (${root}-old/src/a.ts:3:7)`, undefined],
    ["is unknown without a position", "", undefined],
  ])("%s", (_, frames, expected) => {
    expect(errorLocation(`Error: broke at 1:2\n    ${frames}`, root)).toBe(expected);
  });
});

test("the location is not in the engine's sources", () => {
  const engine = join(import.meta.dirname, "../../src");
  const root = join(engine, "../../..");
  const stack = `Error: x\n    at a (${engine}/codecs/json.ts:3:7)\n    at b (${root}/src/b.ts:1:2)`;

  expect(errorLocation(stack, root)).toBe("src/b.ts:1:2");
});
