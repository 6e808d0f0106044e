import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Makes scripts of the JSON files in a folder, and imports those: no tool that reads them has to know import attributes. */
export function importJsonAsScript(folder: string): void {
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const file = join(folder, path);
    if (path.endsWith(".json")) {
      writeFileSync(`${file}.js`, `export default ${readFileSync(file, "utf8").trim()};\n`);
      rmSync(file);
    } else if (path.endsWith(".js")) {
      const text = readFileSync(file, "utf8");
      const changed = text.replace(/(from "[^"]+\.json)" with \{ type: "json" \}/g, '$1.js"');
      if (changed !== text) writeFileSync(file, changed);
    }
  }
}
