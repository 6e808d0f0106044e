/**
 * `npm run pack`: compiles the packages and packs them as npm would publish them.
 * Usage: npm run pack [-- --to FOLDER] (default: dist/packages)
 */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { packPackages } from "./pack-packages.js";
import { root } from "./repository.js";

const { values } = parseArgs({ options: { to: { type: "string", default: join(root, "dist/packages") } } });

for (const { file, size, files } of await packPackages(resolve(values.to))) {
  console.log(`${file}: ${Math.round(size / 1000)} kB, ${files} files`);
}
