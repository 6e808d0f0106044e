import { expect, test } from "vitest";
import {
  buildCommands,
  digestIn,
  foreignArchitectures,
  type ImageBuild,
} from "../../../src/cli/image/build-commands.js";
import { type ContainerTool, findContainerTool } from "../../../src/cli/image/container-tool.js";

const labels = {
  source: "https://example.com/a",
  revision: "f00",
  version: "1",
  created: "2026-01-01T00:00:00Z",
};
const build: ImageBuild = { tool: "docker", name: "a:1", labels, prebuilt: false, platforms: [], more: [] };
const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
const given =
  "--build-arg SOURCE=https://example.com/a --build-arg REVISION=f00 --build-arg VERSION=1 --build-arg CREATED=2026-01-01T00:00:00Z";

function lines(options: Partial<ImageBuild>): string[] {
  return buildCommands({ ...build, ...options }).map((command) => command.join(" "));
}

test("docker builds for this machine", () => {
  expect(lines({})).toEqual([`docker build --tag a:1 ${given} .`]);
});

test("podman and buildah build with the given base, stage and options", () => {
  const options = { nodeImage: "localhost/node:24", prebuilt: true, more: ["--pull-never"] };
  const rest = `build --layers --tag a:1 ${given} --build-arg NODE_IMAGE=localhost/node:24 --target prebuilt --pull-never .`;
  expect(lines({ ...options, tool: "podman" })).toEqual([`podman ${rest}`]);
  expect(lines({ ...options, tool: "buildah" })).toEqual([`buildah ${rest}`]);
});

test("docker pushes for several platforms, with provenance and SBOM", () => {
  expect(lines({ platforms: ["linux/amd64", "linux/arm64"], pushTo: { digestFile: "/d" } })).toEqual([
    `docker buildx build --builder pipeline --push --provenance mode=max --sbom true --metadata-file /d --platform linux/amd64,linux/arm64 --tag a:1 ${given} .`,
  ]);
});

test("buildah pushes the image it built, and refuses several platforms", () => {
  expect(lines({ tool: "buildah", platforms: ["linux/arm64"], pushTo: { digestFile: "/d" } })).toEqual([
    `buildah build --layers --platform linux/arm64 --tag a:1 ${given} .`,
    "buildah push --digestfile /d a:1",
  ]);
  expect(() => lines({ tool: "buildah", platforms: ["linux/amd64", "linux/arm64"] })).toThrow(
    "buildah builds for one platform at a time here; use docker for several: linux/amd64, linux/arm64.",
  );
});

test("the digest is read from docker's metadata, or from a file with only the digest", () => {
  expect(digestIn(`{ "buildx.build.ref": "x", "containerimage.digest": "${digest}" }`)).toBe(digest);
  expect(digestIn(`${digest}\n`)).toBe(digest);
  expect(() => digestIn("{}")).toThrow("the push reported no digest: {}");
});

test("the first tool that works is used", () => {
  const only =
    (...there: ContainerTool[]) =>
    (tool: ContainerTool) =>
      there.includes(tool);
  expect(findContainerTool(only("docker", "buildah"))).toBe("docker");
  expect(findContainerTool(only("buildah", "podman"))).toBe("podman");
  expect(findContainerTool(only("buildah"))).toBe("buildah");
  expect(() => findContainerTool(only())).toThrow(/needs docker, podman or buildah/);
});

test.each([
  [["linux/amd64", "linux/arm64"], "x86_64", ["arm64"]],
  [["linux/amd64", "linux/arm64"], "aarch64", ["amd64"]],
  [["linux/arm64/v8", "linux/arm64"], "x86_64", ["arm64"]],
  [["linux/amd64"], "x86_64", []],
  [[], "x86_64", []],
])("of %j, a machine %s has to emulate %j", (platforms, machine, expected) => {
  expect(foreignArchitectures(platforms, machine)).toEqual(expected);
});
