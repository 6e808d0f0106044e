import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import type { Workflow } from "../../../argo-lint/src/argo-schema/types.js";
import { tempDir } from "../temp-dir.js";
import { argoCli, argoLint } from "./argo-lint.js";

const noCli = "ARGO_CLI does not name the argo program";

test("argo lint accepts a good manifest", (context) => {
  if (argoCli() === undefined) return context.skip(noCli);
  expect(argoLint([manifestFile("main")])).toMatchObject({ ok: true });
});

test("argo lint refuses a manifest whose entrypoint does not exist, and names it", (context) => {
  if (argoCli() === undefined) return context.skip(noCli);
  expect(argoLint([manifestFile("nowhere")])).toEqual({
    ok: false,
    output: expect.stringContaining("nowhere"),
  });
});

/** A file with a workflow of one template, `main`, that starts at `entrypoint`. */
function manifestFile(entrypoint: string): string {
  const workflow: Workflow = {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Workflow",
    metadata: { generateName: "one-step-" },
    spec: {
      entrypoint,
      templates: [{ name: "main", container: { image: "node:24-slim", command: ["node", "-e", "0"] } }],
    },
  };
  const file = join(tempDir(), "workflow.yaml");
  writeFileSync(file, stringify(workflow));
  return file;
}
