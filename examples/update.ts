// Writes the YAML beside each example anew: `npm run examples:update`.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { examples } from "./all.js";
import { exampleYaml } from "./example-yaml.js";

for (const example of examples) {
  writeFileSync(join(import.meta.dirname, `${example.name}.yaml`), exampleYaml(example));
}
