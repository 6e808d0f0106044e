// `npm run examples:update`: rewrites the YAML file of each example.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { examples } from "./all.js";
import { exampleYaml } from "./example-yaml.js";

for (const example of examples) {
  writeFileSync(join(import.meta.dirname, `${example.name}.yaml`), exampleYaml(example));
}
