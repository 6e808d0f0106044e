import { cpSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export class MissingPackageError extends Error {
  name = "MissingPackageError";
}

/**
 * Copies the packages that cannot be bundled: the canvas with its native binary, and the font.
 *
 * @param {string} root the project's directory
 * @param {string} folder the `node_modules` of the image
 * @param {{ platform?: string, cpu?: string }} [target] platform and processor of the image, in
 *   Node's names; default: this machine's
 * @throws {MissingPackageError} if the native binary for the target is not installed
 */
export function copyPackages(root, folder, { platform = process.platform, cpu = process.arch } = {}) {
  const require = createRequire(join(root, "packages", "ml", "package.json"));
  const folderOf = (name) => dirname(require.resolve(`${name}/package.json`));
  const canvas = folderOf("@napi-rs/canvas");
  const wanted = `canvas-${platform}-${cpu}`;
  const isWanted = (name) => `${name}-`.startsWith(`${wanted}-`);
  const natives = readdirSync(dirname(canvas)).filter(isWanted);
  if (natives.length === 0) {
    const known = Object.keys(require("@napi-rs/canvas/package.json").optionalDependencies).map((name) =>
      name.slice("@napi-rs/".length),
    );
    const cpus = known.flatMap((name) => new RegExp(`^canvas-${platform}-(\\w+)`).exec(name)?.[1] ?? []);
    const advice = known.some(isWanted)
      ? `Run npm ci --os=${platform} --cpu=${cpu} first.`
      : `There is no such package. Available processors: ${[...new Set(cpus)].sort().join(", ")}.`;
    throw new MissingPackageError(`@napi-rs/${wanted} is not installed. ${advice}`);
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
