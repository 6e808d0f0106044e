import { expect, test } from "vitest";
import { trainingManifest, trainingSeconds } from "../../../src/cli/release/training-manifest.js";

const source = {
  release: "v1.0.0+cuda",
  revision: "0123456789abcdef0123456789abcdef01234567",
  repository: "https://github.com/me/churn",
  image: "ghcr.io/me/churn@sha256:00",
  run: "https://github.com/me/churn/actions/runs/7",
};
const manifest = {
  kind: "Workflow",
  metadata: { generateName: "train-", labels: { team: "ml" }, annotations: { note: "own" } },
  spec: { entrypoint: "main" },
};

test("a training manifest has its release, commit, repository, image and deadline", () => {
  expect(trainingManifest(manifest, source, 600)).toEqual({
    kind: "Workflow",
    metadata: {
      generateName: "train-",
      labels: {
        team: "ml",
        "pipeline.workflow/release": "v1.0.0-cuda",
        "pipeline.workflow/revision": "0123456789abcdef0123456789abcdef01234567",
      },
      annotations: {
        note: "own",
        "workflows.argoproj.io/title": "Release v1.0.0+cuda",
        "pipeline.workflow/release": "v1.0.0+cuda",
        "pipeline.workflow/repository": "https://github.com/me/churn",
        "pipeline.workflow/run": "https://github.com/me/churn/actions/runs/7",
        "pipeline.workflow/image": "ghcr.io/me/churn@sha256:00",
      },
    },
    spec: { entrypoint: "main", activeDeadlineSeconds: 600 },
  });
});

test.each([
  [300, 300],
  [900, 600],
])("a workflow's own deadline of %d s stays if it is shorter than 600 s", (own, expected) => {
  const { spec } = trainingManifest({ ...manifest, spec: { activeDeadlineSeconds: own } }, source, 600);
  expect(spec).toEqual({ activeDeadlineSeconds: expected });
});

test("a label's value is valid, however long the release's name is", () => {
  const { metadata } = trainingManifest(manifest, { ...source, release: `v${"1.".repeat(50)}` }, 600);
  expect(metadata).toMatchObject({
    labels: {
      "pipeline.workflow/release": expect.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,61}[A-Za-z0-9]$/),
    },
  });
});

test.each([
  [undefined, 19_800],
  ["", 19_800],
  [" 10 ", 600],
  ["340", 20_400],
])("TRAINING_MINUTES %j gives %d seconds", (minutes, seconds) => {
  expect(trainingSeconds(minutes)).toBe(seconds);
});

test.each(["0", "341", "1.5", "-1", "1e2", "an hour"])("TRAINING_MINUTES %j is refused", (minutes) => {
  expect(() => trainingSeconds(minutes)).toThrow(/Expected a whole number from 1 to 340/);
});
