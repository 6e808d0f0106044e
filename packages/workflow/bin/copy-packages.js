import { cpSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Copies what cannot be bundled out of the installed packages: the canvas with the native part that is installed, and the font.
 *
 * @param {string} root the project's directory
 * @param {string} folder becomes the `node_modules` that lies in the image
 * @param {{ platform?: string, cpu?: string }} [target] what the image is for, in Node's words; this machine where left out
 * @throws {Error} where the native part for it is not installed
 */
export function copyPackages(root, folder, { platform = process.platform, cpu = process.arch } = {}) {
  const require = createRequire(join(root, "packages", "ml", "package.json"));
  const folderOf = (name) => dirname(require.resolve(`${name}/package.json`));
  const canvas = folderOf("@napi-rs/canvas");
  const natives = ["", "-gnu", "-musl", "-msvc"]
    .map((libc) => `canvas-${platform}-${cpu}${libc}`)
    .filter((name) => existsSync(join(dirname(canvas), name)));
  if (natives.length === 0) {
    throw new Error(
      `@napi-rs/canvas-${platform}-${cpu} is not installed. Run npm ci --os=${platform} --cpu=${cpu} first.`,
    );
  }
  const copy = (name, from) =>
    cpSync(from, join(folder, name), {
      recursive: true,
      dereference: true,
      filter: (path) => !path.endsWith(".d.ts"),
    });
  copy("@napi-rs/canvas", canvas);
  for (const name of natives) copy(`@napi-rs/${name}`, join(dirname(canvas), name));
  copy(
    "canvas",
    dirname(createRequire(require.resolve("chartjs-node-canvas")).resolve("canvas/package.json")),
  );
  const font = folderOf("dejavu-fonts-ttf");
  for (const file of ["package.json", join("ttf", "DejaVuSans.ttf"), "LICENSE"]) {
    cpSync(join(font, file), join(folder, "dejavu-fonts-ttf", file));
  }
}
