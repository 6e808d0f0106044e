import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { applyChanges, type Change } from "../../engine-update/apply-changes.js";
import { restoreInterrupted } from "../../engine-update/restore-interrupted.js";
import { tempDir, root as template } from "../project.js";

function folder(): string {
  const root = tempDir();
  mkdirSync(join(root, "src"));
  writeFileSync(join(root, "src/a.txt"), "a");
  writeFileSync(join(root, "src/b.txt"), "b");
  return root;
}

function contents(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".txt"),
  );
  return Object.fromEntries(files.sort().map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

test("writes, replaces, copies and removes, and leaves no empty folder", () => {
  const root = folder();
  const changes = new Map<string, Change>([
    ["src/a.txt", "removed"],
    ["src/b.txt", "removed"],
    ["new/c.txt", { text: "c" }],
    ["d.txt", { copyOf: join(root, "src/a.txt") }],
  ]);

  applyChanges(root, changes);

  expect(contents(root)).toEqual({ "d.txt": "a", "new/c.txt": "c" });
  expect(readdirSync(root).sort()).toEqual(["d.txt", "new"]);
});

test("leaves everything as it was where a path cannot be swapped", () => {
  const root = folder();
  writeFileSync(join(root, "file.txt"), "no folder");
  const changes = new Map<string, Change>([
    ["src/a.txt", "removed"],
    ["src/b.txt", { text: "new" }],
    ["file.txt/below.txt", { text: "impossible" }],
  ]);

  expect(() => applyChanges(root, changes)).toThrow();

  expect(contents(root)).toEqual({ "file.txt": "no folder", "src/a.txt": "a", "src/b.txt": "b" });
  expect(readdirSync(root).sort()).toEqual(["file.txt", "src"]);
});

test("changes nothing where what is new does not pass the look", () => {
  const root = folder();
  const refuse = (staged: string): void => {
    expect(existsSync(join(staged, "src/a.txt"))).toBe(true);
    throw new Error("ugly");
  };

  expect(() => applyChanges(root, new Map([["src/a.txt", { text: "new" }]]), refuse)).toThrow("ugly");

  expect(contents(root)).toEqual({ "src/a.txt": "a", "src/b.txt": "b" });
});

test.each([0, 1, 2, 3, 4])("what is killed after %d swaps is taken back by the next run", (swaps) => {
  const root = folder();
  // The third time that the changes are gone through is the swapping, after staging and writing them down.
  const program = `
    import { applyChanges } from ${JSON.stringify(join(template, "engine-update/apply-changes.ts"))};
    const changes = new Map([
      ["src/a.txt", "removed"],
      ["new/c.txt", { text: "c" }],
      ["src/b.txt", { text: "changed" }],
      ["not/there.txt", "removed"],
    ]);
    let times = 0;
    changes[Symbol.iterator] = function* () {
      const isSwapping = ++times === 3;
      let count = 0;
      for (const entry of this.entries()) {
        if (isSwapping && count++ === ${swaps}) process.kill(process.pid, "SIGKILL");
        yield entry;
      }
      if (isSwapping && count === ${swaps}) process.kill(process.pid, "SIGKILL");
    };
    applyChanges(${JSON.stringify(root)}, changes);`;
  const file = join(tempDir(), "killed.mts");
  writeFileSync(file, program);
  const { signal } = spawnSync(process.execPath, ["--import", "tsx", file], { cwd: template });

  expect(signal).toBe("SIGKILL");
  expect(readdirSync(root).some((name) => name.startsWith(".changes-"))).toBe(true);
  expect(restoreInterrupted(root)).toBe(true);
  expect(contents(root)).toEqual({ "src/a.txt": "a", "src/b.txt": "b" });
  expect(readdirSync(root).filter((name) => name.startsWith("."))).toEqual([]);
  expect(restoreInterrupted(root)).toBe(false);
});
