import { expect, test } from "vitest";
import { attestationSubject, imageName, imageTag, registryOf } from "../../../src/cli/project/image-name.js";

test.each([
  ["v1.2.3", "v1.2.3"],
  ["1.0.0+cuda.12", "1.0.0-cuda.12"],
  ["release/7", "release-7"],
  ["@scope/pkg@2.0.0", "scope-pkg-2.0.0"],
  [" Größe 3 ", "Gro-e-3"],
  ["..hidden", "hidden"],
  ["_x", "_x"],
  ["a".repeat(200), "a".repeat(128)],
  ["$(rm -rf .)", "rm--rf-.-"],
])("the release %s gives the tag %s", (release, tag) => {
  expect(imageTag(release)).toBe(tag);
  expect(tag).toMatch(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/);
});

test.each(["", " ", "///", "ß漢"])("no tag can be made of %j", (release) => {
  expect(() => imageTag(release)).toThrow(/cannot be turned into an image tag/);
});

test.each([
  ["ghcr.io/Your-Name/Diabetes-Pipeline", "ghcr.io/your-name/diabetes-pipeline"],
  ["docker.io/me/churn", "docker.io/me/churn"],
  ["localhost:5000/Churn", "localhost:5000/churn"],
  ["registry.example.com:443/a/b__c/d.e", "registry.example.com:443/a/b__c/d.e"],
])("the image %s is named %s", (given, name) => {
  expect(imageName(given)).toBe(name);
});

test.each([
  "",
  "a b",
  "ghcr.io/",
  "ghcr.io/-a",
  "ghcr.io/a:1",
  "ghcr.io/a@sha256:0",
  "ghcr.io/a//b",
  "https://ghcr.io/a",
])("%j is not the name of an image", (given) => {
  expect(() => imageName(given)).toThrow(/is not the name of an image/);
});

test.each([
  ["ghcr.io/me/churn", "ghcr.io", "ghcr.io/me/churn"],
  ["localhost:5000/churn", "localhost:5000", "localhost:5000/churn"],
  ["docker.io/me/churn", "docker.io", "index.docker.io/me/churn"],
  ["me/churn", "docker.io", "index.docker.io/me/churn"],
])("%s lies in the registry %s, and is attested as %s", (name, registry, subject) => {
  expect(registryOf(name)).toBe(registry);
  expect(attestationSubject(name)).toBe(subject);
});
