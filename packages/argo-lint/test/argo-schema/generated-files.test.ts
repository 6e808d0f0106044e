import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { schemaPath } from "../../../workflow/test/argo/schema/validate-manifest.js";
import { generatedFiles } from "../../scripts/argo-schema/generated-files.js";

const argoSchema = process.env.ARGO_SCHEMA;
const packageRoot = join(import.meta.dirname, "../..");

test("types and schema equal the generator's output for Argo's schema", (context) => {
  if (argoSchema === undefined) return context.skip("ARGO_SCHEMA does not name Argo's schema.json");
  const version = z
    .object({ "x-argo-version": z.string() })
    .parse(JSON.parse(readFileSync(schemaPath, "utf8")))["x-argo-version"];
  const files = generatedFiles(readFileSync(argoSchema, "utf8"), version);
  expect(files).toEqual(
    files.map(({ path }) => ({ path, text: readFileSync(join(packageRoot, path), "utf8") })),
  );
});
