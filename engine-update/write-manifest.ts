// `npm run engine-files`: regenerates packages/engine-files.json.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeManifest, manifestFile, manifestText } from "./manifest.js";

const root = join(import.meta.dirname, "..");
writeFileSync(join(root, manifestFile), manifestText(makeManifest(root)));
