#!/usr/bin/env node
// Makes dist/: all that an image needs, and nothing else. `npm run build [ENTRY]`, by default src/main.ts.
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { buildImage } from "./build-image.js";

const root = process.cwd();
const entry = process.argv[2] ?? "src/main.ts";
const target = join(root, "dist");
const beside = join(root, `.dist-${process.pid}`);

try {
  const files = await buildImage(root, { entry, scratch: `${beside}-scratch`, minify: true });
  for (const { path, contents } of files) {
    mkdirSync(dirname(join(beside, path)), { recursive: true });
    writeFileSync(join(beside, path), contents);
  }
  copyPackages(beside);
  rmSync(target, { recursive: true, force: true });
  renameSync(beside, target);
  console.log(`dist: ${files.length} files, and the packages that cannot be bundled`);
} catch (error) {
  rmSync(beside, { recursive: true, force: true });
  console.error(error.name === "BundleError" ? error.message : error);
  process.exitCode = 1;
}

/** The native canvas of this platform, and the font. @param {string} folder */
function copyPackages(folder) {
  const require = createRequire(join(root, "packages", "ml", "package.json"));
  const packageOf = (name) => dirname(require.resolve(`${name}/package.json`));
  const native = `@napi-rs/canvas-${process.platform}-${process.arch}`;
  const candidates = [native, `${native}-gnu`, `${native}-musl`, `${native}-msvc`];
  const found = candidates.flatMap((name) => {
    try {
      return [[name, join(dirname(packageOf("@napi-rs/canvas")), basename(name))]];
    } catch {
      return [];
    }
  });
  const copy = (name, from) =>
    cpSync(from, join(folder, "node_modules", name), {
      recursive: true,
      dereference: true,
      filter: (path) => !path.endsWith(".d.ts"),
    });
  copy("@napi-rs/canvas", packageOf("@napi-rs/canvas"));
  copy(
    "canvas",
    dirname(createRequire(require.resolve("chartjs-node-canvas")).resolve("canvas/package.json")),
  );
  for (const [name, from] of found) {
    try {
      copy(name, from);
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
  }
  const font = packageOf("dejavu-fonts-ttf");
  for (const file of ["package.json", join("ttf", "DejaVuSans.ttf"), "LICENSE"]) {
    cpSync(join(font, file), join(folder, "node_modules", "dejavu-fonts-ttf", file));
  }
}
