import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "@tiphys/workflow";
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
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".txt") && !path.startsWith(".changes-"),
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

test("restores everything if a path cannot be swapped", () => {
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

test("changes nothing if the new files do not pass the check", () => {
  const root = folder();
  const refuse = (staged: string): void => {
    expect(existsSync(join(staged, "src/a.txt"))).toBe(true);
    throw new Error("ugly");
  };

  expect(() => applyChanges(root, new Map([["src/a.txt", { text: "new" }]]), refuse)).toThrow("ugly");

  expect(contents(root)).toEqual({ "src/a.txt": "a", "src/b.txt": "b" });
});

/** Changes a folder in a process of its own, which kills itself before the rename, copy or removal of this number. */
function killedBefore(root: string, step: number, work: string): void {
  const module = (name: string): string => JSON.stringify(join(template, `engine-update/${name}.ts`));
  const program = `
    import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    import { applyChanges } from ${module("apply-changes")};
    import { restoreInterrupted } from ${module("restore-interrupted")};
    const root = ${JSON.stringify(root)};
    let count = 0;
    for (const name of ["renameSync", "copyFileSync", "rmSync"]) {
      const original = fs[name];
      fs[name] = (...args) => {
        // Copies of cpSync into the staging folder are not steps.
        const isStep = name !== "copyFileSync" || /[\\\\/]old[\\\\/]/.test(args[1]);
        if (isStep && count++ === ${step}) process.kill(process.pid, "SIGKILL");
        return original(...args);
      };
    }
    syncBuiltinESMExports();
    ${work}`;
  const file = join(tempDir(), "killed.mts");
  writeFileSync(file, program);
  const { signal, stderr } = spawnSync(process.execPath, ["--import", "tsx", file], {
    cwd: template,
    encoding: "utf8",
  });
  expect(signal, stderr).toBe("SIGKILL");
}

const someChanges = `applyChanges(root, new Map([
  ["src/a.txt", "removed"],
  ["new/c.txt", { text: "c" }],
  ["src/b.txt", { text: "changed" }],
  ["not/there.txt", "removed"],
  ["packages", { copyOf: root + "/later" }],
]));`;

function folderWithPackages(): string {
  const root = folder();
  for (const [name, text] of [
    ["packages", "now"],
    ["later", "later"],
  ] as const) {
    mkdirSync(join(root, name, "inner"), { recursive: true });
    writeFileSync(join(root, name, "inner/p.txt"), text);
  }
  return root;
}

const before = {
  "later/inner/p.txt": "later",
  "packages/inner/p.txt": "now",
  "src/a.txt": "a",
  "src/b.txt": "b",
};
const foldersOfChanges = (root: string): string[] => readdirSync(root).filter((name) => name.startsWith("."));

// The journal, src/a.txt, new/c.txt, src/b.txt in two steps, packages in two.
test.each([0, 1, 2, 3, 4, 5, 6])(
  "a run that is killed before step %d is rolled back by the next run",
  (step) => {
    const root = folderWithPackages();
    killedBefore(root, step, someChanges);

    expect(foldersOfChanges(root)).toHaveLength(1);
    expect(restoreInterrupted(root)).toBe(step >= 2);
    expect(contents(root)).toEqual(before);
    expect(existsSync(join(root, "new"))).toBe(false);
    expect(foldersOfChanges(root)).toEqual([]);
    expect(restoreInterrupted(root)).toBe(false);
  },
);

// src/a.txt, new/c.txt, src/b.txt, packages, the journal.
test.each([0, 1, 2, 3, 4])(
  "a rollback that is killed before its step %d is continued by the next run",
  (step) => {
    const root = folderWithPackages();
    killedBefore(root, 6, someChanges);
    killedBefore(root, step, "restoreInterrupted(root);");

    expect(restoreInterrupted(root)).toBe(step < 4);
    expect(contents(root)).toEqual(before);
    expect(foldersOfChanges(root)).toEqual([]);
  },
);

test("files changed since are not replaced, and nothing is rolled back", () => {
  const root = folderWithPackages();
  killedBefore(root, 5, someChanges);
  writeFileSync(join(root, "src/b.txt"), "edited since");
  const there = contents(root);
  const [name = ""] = foldersOfChanges(root);

  expect(() => restoreInterrupted(root)).toThrow(
    `An earlier run was interrupted, and these paths were changed since: src/b.txt.\nNothing was rolled back. The previous files are in ${name}/old`,
  );
  expect(contents(root)).toEqual(there);
});

test("files restored by git in the meantime stay", () => {
  const root = folderWithPackages();
  killedBefore(root, 5, someChanges);
  writeFileSync(join(root, "src/a.txt"), "a");
  writeFileSync(join(root, "src/b.txt"), "b");

  expect(restoreInterrupted(root)).toBe(true);
  expect(contents(root)).toEqual(before);
});

test("a completed run stays, even if its journal was left", () => {
  const root = folderWithPackages();
  killedBefore(root, 7, someChanges);
  const there = contents(root);

  expect(foldersOfChanges(root)).toHaveLength(1);
  expect(restoreInterrupted(root)).toBe(false);
  expect(contents(root)).toEqual(there);
  expect(there).toMatchObject({ "new/c.txt": "c", "packages/inner/p.txt": "later" });
  expect(foldersOfChanges(root)).toEqual([]);
});

test.each([
  ["an empty", ""],
  ["a cut", '{"formatVersion":1,"pa'],
  ["another version's", "[]"],
])("%s journal is refused, and its folder named", (_what, text) => {
  const root = folder();
  mkdirSync(join(root, ".changes-abc"));
  writeFileSync(join(root, ".changes-abc/paths.json"), text);

  expect(() => restoreInterrupted(root)).toThrow(UsageError);
  expect(() => restoreInterrupted(root)).toThrow(
    /^An earlier run .* \.changes-abc\/paths\.json cannot be read: (.|\n)*remove the folder \.changes-abc, and run this again\.$/,
  );
  expect(existsSync(join(root, ".changes-abc"))).toBe(true);
});

test("a journal is written to a temporary file first", () => {
  const root = folder();
  killedBefore(root, 0, someChanges.replace(/\n.*packages.*$/m, ""));

  const [name = ""] = foldersOfChanges(root);
  expect(readdirSync(join(root, name)).sort()).toEqual(["new", "paths.json.part"]);
});

test("git ignores the folder of pending changes", () => {
  expect(readFileSync(join(template, ".gitignore"), "utf8").split("\n")).toContain(".changes-*/");
});
