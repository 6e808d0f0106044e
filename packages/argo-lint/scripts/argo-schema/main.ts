/*
 * Generates the types and the strict schema of Argo's manifests from the JSON schema that Argo publishes.
 * Usage: npm run generate:argo-schema -- SCHEMA_JSON VERSION, such as schema.json v4.0.7
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generatedFiles } from "./generated-files.js";

const [schemaPath = "", argoVersion = ""] = process.argv.slice(2);
if (schemaPath === "" || !/^v\d+\.\d+\.\d+/.test(argoVersion)) {
  console.error("Usage: npm run generate:argo-schema -- SCHEMA_JSON VERSION, such as schema.json v4.0.7");
  process.exit(2);
}
for (const { path, text } of generatedFiles(readFileSync(schemaPath, "utf8"), argoVersion)) {
  const file = join(import.meta.dirname, "..", "..", path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`${path}: ${(Buffer.byteLength(text) / 1000).toFixed(0)} kB`);
}
