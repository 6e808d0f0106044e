import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { argoKind, schemaFindings } from "./validate-manifest.js";

const folder = process.env.ARGO_EXAMPLES;

test("finds no problem in any example of Argo", (context) => {
  if (folder === undefined) return context.skip("ARGO_EXAMPLES does not name the folder of Argo's examples");
  const manifests = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ya?ml|json)$/.test(file))
    .flatMap((file) => documents(join(folder, file)).map((manifest) => ({ file, manifest })))
    .filter(({ manifest }) => argoKind(manifest) !== undefined);
  const findings = manifests.flatMap(({ file, manifest }) =>
    schemaFindings(manifest).map((found) => `${file}: ${found}`),
  );
  expect(manifests.length).toBeGreaterThan(100);
  expect(findings).toEqual([]);
});

/**
 * All documents of a file. Some examples end a quoted text with `"]` in the column of its key, which Argo's YAML reader
 * accepts and YAML 1.2 does not; one has a duplicate key.
 */
function documents(file: string): readonly unknown[] {
  const text = readFileSync(file, "utf8").replace(/^( *)(["']\])$/gm, "$1  $2");
  return parseAllDocuments(text, { uniqueKeys: false }).map((document) => {
    if (document.errors.length > 0) throw new Error(`${file}: ${document.errors.join("\n")}`);
    return document.toJS();
  });
}
