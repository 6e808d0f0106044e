import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { callersDirectory, projectRoot, shortPath } from "../../../src/cli/project/project-root.js";
import { runsDirectory } from "../../../src/cli/project/runs-directory.js";

beforeEach(() => {
  vi.stubEnv("npm_lifecycle_event", undefined);
  vi.stubEnv("INIT_CWD", undefined);
  vi.stubEnv("TIPHYS_ROOT", "/home/me/project");
  vi.spyOn(process, "cwd").mockReturnValue("/home/me/project/src");
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test("takes the project's directory from the program's starter", () => {
  expect(projectRoot()).toBe("/home/me/project");
});

test("takes the working directory as the project's by default, as in a pod", () => {
  vi.stubEnv("TIPHYS_ROOT", undefined);

  expect(projectRoot()).toBe("/home/me/project/src");
});

test("takes the directory in which npm was called", () => {
  vi.stubEnv("npm_lifecycle_event", "start");
  vi.stubEnv("INIT_CWD", "/home/me/data");

  expect(callersDirectory()).toBe("/home/me/data");
});

test("ignores an INIT_CWD that was not set by an npm script", () => {
  vi.stubEnv("INIT_CWD", "/home/me/data");

  expect(callersDirectory()).toBe("/home/me/project/src");
});

test.each([
  ["/home/me/project/src/a.ts", "a.ts"],
  ["/home/me/project/runs/latest", "../runs/latest"],
  ["/tmp/x", "/tmp/x"],
  ["/home/me/project/src", "/home/me/project/src"],
])("shows %s as %s", (path, shown) => {
  expect(shortPath(path)).toBe(shown);
});

test.each([
  [undefined, "/home/me/project/runs"],
  ["out", "/home/me/project/src/out"],
  ["/mnt/runs", "/mnt/runs"],
])("keeps runs for --runs %s in %s", (chosen, directory) => {
  expect(runsDirectory(chosen)).toBe(directory);
});
