import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { imageLabels, webAddress } from "../../../src/cli/image/image-labels.js";
import { tempDir } from "../../temp-dir.js";

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  ["https://github.com/me/churn.git", "https://github.com/me/churn"],
  ["https://user:token@github.com/me/churn", "https://github.com/me/churn"],
  ["git@github.com:me/churn.git", "https://github.com/me/churn"],
  ["ssh://git@git.example.com:2222/me/churn.git", "https://git.example.com/me/churn"],
  ["/srv/git/churn", ""],
  ["", ""],
])("the remote %s is the source %s", (remote, source) => {
  expect(webAddress(remote)).toBe(source);
});

test("labels have the commit's time and revision, whenever the image is built", () => {
  const root = tempDir();
  const git = (...args: string[]): string =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, GIT_COMMITTER_DATE: "1767323045 +0100" },
    });
  git("init", "--quiet");
  writeFileSync(join(root, "file"), "1");
  git("add", "file");
  git("commit", "--quiet", "--message", "one");
  const revision = git("rev-parse", "HEAD").trim();

  expect(imageLabels(root, "v1")).toEqual({
    source: "",
    revision,
    version: "v1",
    created: "2026-01-02T03:04:05Z",
  });

  writeFileSync(join(root, "file"), "2");
  vi.stubEnv("SOURCE_DATE_EPOCH", "0");
  expect(imageLabels(root, "v1")).toMatchObject({
    revision: `${revision}-dirty`,
    created: "1970-01-01T00:00:00Z",
  });
});

test("outside of a repository the labels are empty", () => {
  expect(imageLabels(tempDir(), "v1")).toEqual({ source: "", revision: "", version: "v1", created: "" });
});
