import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileManifests, toYaml } from "@tiphys/workflow/argo";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { modelTrainingPipeline } from "../src/workflow.js";
import { type FinishedWorkflow, finished, submit } from "./argo.js";
import { bucket } from "./bucket.js";

/** Image that holds `npm run build e2e/main.ts`, known to the cluster. */
const image = process.env.E2E_IMAGE;
const timeout = 240_000;

if (image === undefined || process.env.ARGO_SERVER === undefined) {
  console.log(
    "No cluster: set E2E_IMAGE, ARGO_SERVER, ARGO_TOKEN, ARGO_NAMESPACE, S3_ENDPOINT, S3_BUCKET and AWS_…",
  );
}

describe.skipIf(image === undefined || process.env.ARGO_SERVER === undefined)(
  "a second submit with a cache",
  () => {
    const scratch = mkdtempSync(join(tmpdir(), "e2e-memoize-"));
    const file = join(scratch, "workflow.yaml");

    beforeAll(async () => {
      await bucket().put(
        "datasets/diabetes.csv",
        readFileSync(join(import.meta.dirname, "../data/diabetes.csv")),
      );
      // The cluster keeps the entries of earlier calls of this test.
      const code = randomUUID();
      const memoize = { codeDigest: () => code };
      writeFileSync(file, toYaml(compileManifests(modelTrainingPipeline, { image: image ?? "", memoize })));
    });

    afterAll(() => rmSync(scratch, { recursive: true, force: true }));

    const run = async (parameters = {}): Promise<FinishedWorkflow> =>
      finished(await submit(file, parameters), Date.now() + timeout / 4);

    test(
      "unchanged costs the first pod only; a changed parameter runs what reads it, and what follows",
      async () => {
        const first = await run();
        expect(cached(first)).toEqual([]);
        const second = await run();
        expect(cached(second)).toEqual(["evaluate", "feature-scaling", "make-predictions", "model-training"]);
        expect(second).toMatchObject({ phase: "Succeeded", outputs: first.outputs });
        expect(artifactKeys(second, "evaluate")).toEqual(artifactKeys(first, "evaluate"));
        const changed = await run({ C: "0.01" });
        expect(cached(changed)).toEqual(["feature-scaling"]);
        expect(changed.outputs).not.toEqual(first.outputs);
      },
      timeout,
    );
  },
);

/** The tasks whose outputs were taken from an earlier workflow. */
function cached({ nodes }: FinishedWorkflow): string[] {
  return nodes
    .filter(({ memoizationStatus }) => memoizationStatus?.hit === true)
    .map(({ displayName }) => displayName)
    .sort();
}

function artifactKeys({ nodes }: FinishedWorkflow, task: string): (string | undefined)[] {
  const artifacts = nodes.find(({ displayName }) => displayName === task)?.outputs?.artifacts ?? [];
  return artifacts.map(({ s3 }) => s3?.key);
}
