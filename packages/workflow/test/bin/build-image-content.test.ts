import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..", "..", "..");
const program = join(root, "packages", "workflow", "bin", "tiphys.js");

test("another part than program and packages is refused in one line", () => {
  const { status, stderr } = spawnSync(process.execPath, [program, "build", "--part", "programs"], {
    cwd: root,
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: "--part programs: expected program or packages.\n",
  });
});

test("an unknown option is refused in one line", () => {
  const { status, stderr } = spawnSync(process.execPath, [program, "build", "--parts"], {
    cwd: root,
    encoding: "utf8",
  });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^Unknown option '--parts'[^\n]*\n$/);
});

test("its help lists the options that it takes", () => {
  const help = spawnSync(process.execPath, [program, "build", "--help"], { cwd: root, encoding: "utf8" });

  expect(help).toMatchObject({ status: 0, stderr: "" });
  expect(help.stdout).toContain("Usage: tiphys build [options] [file]");
  expect([...help.stdout.matchAll(/^ {2}(?:-h, )?(--\w+)/gm)].map(([, option]) => option)).toEqual([
    "--part",
    "--cpu",
    "--help",
  ]);
});
