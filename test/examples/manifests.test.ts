import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { examples } from "../../examples/all.js";
import { exampleYaml } from "../../examples/example-yaml.js";
import { argoCli, argoLint } from "../../packages/workflow/test/argo/argo-lint.js";
import { schemaFindings } from "../../packages/workflow/test/argo/schema/validate-manifest.js";

function pathOf(name: string): string {
  return join(import.meta.dirname, "../../examples", `${name}.yaml`);
}

describe.each(examples)("the manifest of $name", (example) => {
  test("is what the example compiles to; `npm run examples:update` rewrites it", () => {
    expect(exampleYaml(example)).toBe(readFileSync(pathOf(example.name), "utf8"));
  });

  test("keeps to the strict form of Argo's schema", () => {
    const documents = parseAllDocuments(readFileSync(pathOf(example.name), "utf8"), { version: "1.1" });
    expect(documents.flatMap((document) => schemaFindings(document.toJS()))).toEqual([]);
  });

  test("is a file of the example's name, as its workflow is", () => {
    expect(example.workflow.name).toBe(example.name);
  });
});

test("argo lint finds nothing in any of the manifests", (context) => {
  if (argoCli() === undefined) return context.skip("ARGO_CLI does not name the argo program");
  expect(argoLint(examples.map(({ name }) => pathOf(name)))).toMatchObject({ ok: true });
});
