import { describe, expect, test } from "vitest";
import { compileManifests } from "../../../src/argo/index.js";
import {
  artifact,
  defineStep,
  defineWorkflow,
  file,
  inputArtifact,
  type Origin,
} from "../../../src/index.js";
import { schemaFindings } from "../schema/validate-manifest.js";

const csv = file("csv", "text/csv");
const read = defineStep({ name: "read", inputs: { data: artifact(csv) }, outputs: {}, run: () => ({}) });

function compiled(origin: Origin): { artifact: unknown; parameters: unknown } {
  const workflow = defineWorkflow({
    name: "w",
    artifacts: { data: inputArtifact(csv, origin) },
    build(dag, { data }) {
      dag.task(read, { data });
    },
  });
  const [manifest] = compileManifests(workflow, { image: "i:1" });
  expect(schemaFindings(manifest)).toEqual([]);
  const { spec } = JSON.parse(JSON.stringify(manifest));
  return { artifact: spec.templates[0].inputs.artifacts[0], parameters: spec.arguments?.parameters };
}

describe("an artifact that no task makes", () => {
  test("is a key of the default repository, which a parameter can change", () => {
    expect(compiled({ path: "d.csv", key: "datasets/d.csv" })).toEqual({
      artifact: { name: "data", s3: { key: "{{inputs.parameters.data-key}}" } },
      parameters: [{ name: "data-key", value: "datasets/d.csv", description: "S3 key of the data" }],
    });
  });

  test("is in another bucket, with its secrets, if one is set", () => {
    const secret = { name: "s3-credentials", key: "accessKey" };
    const s3 = {
      endpoint: "minio:9000",
      bucket: "data",
      insecure: true,
      region: "eu-central-1",
      accessKeySecret: secret,
      secretKeySecret: { ...secret, key: "secretKey" },
    };
    expect(compiled({ path: "d.csv", key: "d.csv", s3 }).artifact).toEqual({
      name: "data",
      s3: { ...s3, key: "{{inputs.parameters.data-key}}" },
    });
  });

  test.each<[string, NonNullable<Origin["source"]>]>([
    ["http", { http: { url: "https://example.org/d.csv" } }],
    ["git", { git: { repo: "https://example.org/data.git", revision: "main" } }],
    ["raw", { raw: { data: "a,b\n1,2\n" } }],
    ["gcs", { gcs: { bucket: "data", key: "d.csv" } }],
    ["azure", { azure: { endpoint: "https://a.example.org", container: "data", blob: "d.csv" } }],
  ])("comes from %s, without a key", (_, source) => {
    expect(compiled({ path: "d.csv", key: "unused", source })).toEqual({
      artifact: { name: "data", ...source },
      parameters: undefined,
    });
  });
});
