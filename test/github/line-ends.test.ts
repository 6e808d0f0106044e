import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const root = realpathSync(join(import.meta.dirname, "..", ".."));
const { stdout } = spawnSync("git", ["rev-parse", "--show-toplevel"], { cwd: root, encoding: "utf8" });
const isRepository = stdout !== null && stdout !== "" && realpathSync(stdout.trim()) === root;

if (!isRepository) console.log("No clone is made: this folder is not the top of a git repository.");

describe.skipIf(!isRepository)("a clone with core.autocrlf=true, as git for Windows sets it", () => {
  const scratch = mkdtempSync(join(tmpdir(), "line-ends-"));
  const clone = join(scratch, "clone");

  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  test("has the same bytes as one without, so that the formatter and every digest agree", () => {
    execFileSync("git", ["clone", "--quiet", "--config", "core.autocrlf=true", root, clone], {
      stdio: "pipe",
    });
    const entries = execFileSync("git", ["ls-files", "--eol"], { cwd: clone, encoding: "utf8" })
      .trimEnd()
      .split("\n");
    // Index, working tree, attributes, path.
    const converted = entries.filter((entry) => {
      const [, index = "", working = ""] = /^i\/(\S+)\s+w\/(\S+)/.exec(entry) ?? [];
      return index !== working;
    });
    expect(entries.length).toBeGreaterThan(20);
    expect(converted).toEqual([]);

    const biome = join(root, "node_modules", ".bin", "biome");
    const { status, stderr } = spawnSync(biome, ["format"], {
      cwd: clone,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  }, 60_000);
});
