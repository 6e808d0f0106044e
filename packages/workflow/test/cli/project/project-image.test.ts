import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { projectImage } from "../../../src/cli/project/project-image.js";
import { tempDir, writeFiles } from "../fixture-project.js";

afterEach(() => vi.unstubAllEnvs());

/** The image of a project with this package.json. */
function imageOf(manifest: object): string {
  const root = tempDir();
  writeFiles(root, { "package.json": JSON.stringify(manifest) });
  vi.stubEnv("TIPHYS_ROOT", root);
  vi.stubEnv("IMAGE_NAME", undefined);
  return projectImage();
}

test.each([
  [{ version: "1.2.3", tiphys: { image: "ghcr.io/Me/churn" } }, "ghcr.io/me/churn:1.2.3"],
  [{ version: "1.2.3", tiphys: { image: "ghcr.io/me/churn:7" } }, "ghcr.io/me/churn:7"],
  [{ tiphys: { image: "ghcr.io/me/churn:7" } }, "ghcr.io/me/churn:7"],
])("package.json %j names the image %s", (manifest, image) => {
  expect(imageOf(manifest)).toBe(image);
});

test("a package.json without a version is refused with what to add", () => {
  expect(() => imageOf({ tiphys: { image: "ghcr.io/me/churn" } })).toThrow(
    /package\.json has no version, which is the tag of the image ghcr\.io\/me\/churn\. Add "version": "1\.0\.0" to it\.$/,
  );
});

test("IMAGE_NAME comes first", () => {
  vi.stubEnv("TIPHYS_ROOT", join(tempDir(), "nowhere"));
  vi.stubEnv("IMAGE_NAME", "localhost/pipeline:1");

  expect(projectImage()).toBe("localhost/pipeline:1");
});
