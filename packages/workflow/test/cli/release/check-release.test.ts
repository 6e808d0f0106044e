import { expect, test } from "vitest";
import { type ReleaseSource, releaseImage } from "../../../src/cli/release/check-release.js";

const source: ReleaseSource = {
  refType: "tag",
  ref: "v1.2.0",
  version: "1.2.0",
  image: "ghcr.io/Me/Churn",
  repository: "Me/Churn",
};

test("the image of a release is package.json's, in lower case", () => {
  expect(releaseImage(source)).toBe("ghcr.io/me/churn");
});

test.each([
  ["a tag of another version", { ref: "v1.3.0" }, "npm version 1.3.0 && git push --follow-tags"],
  ["a tag without v", { ref: "1.2.0" }, "git push --delete origin 1.2.0 && git tag --delete 1.2.0"],
  ["a tag that is no version", { ref: "vote" }, "npm version 1.0.0"],
  ["a branch", { refType: "branch", ref: "main" }, "gh workflow run release.yml --ref v1.2.0"],
  ["the template's image", { image: "ghcr.io/your-name/churn" }, "npm pkg set tiphys.image=ghcr.io/me/churn"],
  ["no image", { image: undefined }, "npm pkg set tiphys.image=ghcr.io/me/churn"],
  ["an image with a tag", { image: "ghcr.io/me/churn:7" }, "npm pkg set tiphys.image=ghcr.io/me/churn"],
])("%s is refused with what to type", (_what, change, typed) => {
  expect(() => releaseImage({ ...source, ...change })).toThrow(typed);
});

test("a registry's port is not a tag", () => {
  expect(releaseImage({ ...source, image: "localhost:5000/churn" })).toBe("localhost:5000/churn");
});
