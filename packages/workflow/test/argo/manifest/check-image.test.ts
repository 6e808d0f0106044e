import { expect, test } from "vitest";
import { checkImage } from "../../../src/argo/manifest/check-image.js";
import { UsageError } from "../../../src/definition/errors.js";

const digest = `sha256:${"0a".repeat(32)}`;

test.each([
  "app:1",
  "node:24-slim",
  "ghcr.io/you/diabetes-pipeline:0.1.0",
  "localhost:5000/app:v1_2",
  "registry.example.com:5000/a/b/c:latest",
  "my_app__x:1",
  "my--app:1",
  `app@${digest}`,
  `localhost:5000/app@${digest}`,
  `ghcr.io/you/app:1@${digest}`,
])("%s is accepted", (image) => {
  expect(() => checkImage(image)).not.toThrow();
});

test.each(["app", "ghcr.io/you/app", "localhost:5000/app"])(
  '"%s" is refused, as it may mean any version',
  (image) => {
    expect(() => checkImage(image)).toThrow(
      new UsageError(
        `The image "${image}" has neither tag nor digest. Expected a name such as ghcr.io/you/diabetes-pipeline:0.1.0.`,
      ),
    );
  },
);

test.each(["app:", "app@sha256:12", "app:-1", "an app:1", "/app:1", "ghcr.io/You/App:1", "a:b:c", ""])(
  '"%s" is refused, because it is not a valid name',
  (image) => {
    expect(() => checkImage(image)).toThrow(
      new UsageError(
        `The image "${image}" is not a valid name. Expected a name such as ghcr.io/you/diabetes-pipeline:0.1.0.`,
      ),
    );
  },
);
