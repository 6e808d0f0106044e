import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { fetchMainResults } from "../../../src/cli/release/fetch-main-results.js";
import { tempDir } from "../../temp-dir.js";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** A fake gh with this answer to `run list`, which records its calls. */
function ghThatLists(answer: string): { folder: string; said: () => unknown } {
  const folder = tempDir();
  const file = join(folder, "gh");
  writeFileSync(file, `#!/bin/sh\necho "$*" >>"${folder}/calls"\n[ "$2" = download ] || ${answer}\n`);
  chmodSync(file, 0o755);
  vi.stubEnv("PATH", `${folder}${delimiter}${process.env.PATH}`);
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  return { folder, said: () => log.mock.calls.flat() };
}

test("the results of main's last successful run are downloaded", () => {
  const { folder, said } = ghThatLists("echo 123456");
  fetchMainResults(join(folder, "to"));
  expect(readFileSync(join(folder, "calls"), "utf8").split("\n")[1]).toBe(
    `run download 123456 --name results --dir ${join(folder, "to")}`,
  );
  expect(said()).toEqual(["Results of main's run 123456."]);
});

test.each(["true", "false", "echo not-a-number"])(
  "where gh answers with %j there is nothing to compare with",
  (answer) => {
    const { folder, said } = ghThatLists(answer);
    fetchMainResults(join(folder, "to"));
    expect(said()).toEqual(["No results of main to compare with."]);
    expect(existsSync(join(folder, "to"))).toBe(true);
  },
);
