import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { baseImages, pinned, reference, toolImage } from "../../../src/cli/image/base-images.js";

const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
const dockerfile = `ARG NODE_IMAGE
FROM --platform=\${BUILDPLATFORM} node:24-slim AS build-base
FROM node:24-slim AS runtime-base
FROM ghcr.io/me/base:1.0@${digest} AS other
FROM \${NODE_IMAGE:-runtime-base} AS runtime
# FROM commented:1
FROM runtime
`;

test("lists images with a literal tag, without arguments, stages and comments", () => {
  expect(baseImages(dockerfile)).toEqual([
    { stage: "build-base", name: "node:24-slim", digest: undefined },
    { stage: "runtime-base", name: "node:24-slim", digest: undefined },
    { stage: "other", name: "ghcr.io/me/base:1.0", digest },
  ]);
});

test("pinning adds the digest to each tag without one, and changes nothing else", () => {
  const asked: string[] = [];
  const after = pinned(dockerfile, (name) => {
    asked.push(name);
    return `sha256:${"f".repeat(64)}`;
  });
  expect(asked).toEqual(["node:24-slim", "node:24-slim"]);
  expect(after).toBe(dockerfile.replaceAll("node:24-slim", `node:24-slim@sha256:${"f".repeat(64)}`));
  expect(pinned(after, () => "not asked")).toBe(after);
});

test("the build tools are pinned by their digests", () => {
  expect(toolImage("buildkit")).toMatch(/^moby\/buildkit:v[\d.]+@sha256:[0-9a-f]{64}$/);
  expect(toolImage("binfmt")).toMatch(/^tonistiigi\/binfmt:qemu-v[\d.]+@sha256:[0-9a-f]{64}$/);
});

test("the project's Dockerfile names its base twice, and a base from elsewhere in place of both", () => {
  const text = readFileSync(join(import.meta.dirname, "../../../../../Dockerfile"), "utf8");
  const images = baseImages(text);
  expect(images.map(({ stage }) => stage)).toEqual(["build-base", "runtime-base"]);
  expect(new Set(images.map(reference)).size).toBe(1);
  expect([...text.matchAll(/\$\{NODE_IMAGE:-([\w-]+)\}/g)].map(([, stage]) => stage)).toEqual([
    "build-base",
    "runtime-base",
  ]);
});
