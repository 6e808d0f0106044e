import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { project, tempDir, writeFiles } from "../fixture-project.js";
import { bin, has, latestRun, linesOf, pipeline, start } from "../program.js";
import { sampleMain, sampleProject } from "./sample-project.js";

test.concurrent("runs in a directory with spaces and umlauts, and from a directory below", async () => {
  const root = sampleProject(tempDir("größere Pläne "));
  const below = join(root, "some notes");
  mkdirSync(below);

  const { code, stdout, stderr } = await pipeline(root, ["run", "--isolated"], { cwd: below });

  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(stdout).toContain("greeting    ../runs/latest/greet/greeting.txt\n");
  expect(latestRun(root).phase).toBe("Succeeded");
});

test.skipIf(!has("npm", "--version"))(
  "runs by npm from elsewhere, with paths as they are meant there",
  async () => {
    const root = project({
      "src/main.ts": sampleMain,
      "package.json": '{ "type": "module", "scripts": { "start": "tiphys run" } }',
    });
    const elsewhere = tempDir();
    writeFiles(elsewhere, { "book.txt": "x" });
    mkdirSync(join(root, "bin"));
    // The link that `npm install` creates for the package's "bin".
    writeFiles(root, { "bin/tiphys": `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n` });
    spawnSync("chmod", ["+x", join(root, "bin/tiphys")]);

    const { code, stdout } = await start(
      [
        "npm",
        "--silent",
        "--prefix",
        root,
        "start",
        "--",
        "reading",
        "--set",
        "title=x",
        "--set",
        "book=book.txt",
        "--runs",
        "out",
      ],
      { cwd: elsewhere, env: { PATH: `${join(root, "bin")}:${process.env.PATH}` } },
    ).ended;

    expect(stdout).toContain(`\npath  ${elsewhere}/book.txt\n`);
    expect(stdout).toMatch(/\nSucceeded in [\d.]+m?s: out\/reading-/);
    expect(existsSync(join(elsewhere, "out/latest/run.json"))).toBe(true);
    expect(code).toBe(0);
  },
);

test.concurrent(
  "says that the runs directory cannot be written, and names the option for another",
  async () => {
    const root = sampleProject();
    writeFileSync(join(root, "taken"), "");

    const { code, stdout, stderr } = await pipeline(root, ["run", "--runs", "taken/runs"]);

    expect(linesOf(stderr)).toEqual([
      `The runs directory ${root}/taken/runs cannot be written (ENOTDIR: not a directory, mkdir '${root}/taken/runs'). Make it writable, or name another with --runs DIRECTORY.`,
      "",
    ]);
    expect(stdout).toBe("");
    expect(code).toBe(1);
  },
);

const readOnly = tempDir();
const isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", "ro,size=64k", "tmpfs", readOnly]).status === 0;
if (!isMounted) console.warn("Skipped: a read-only mount, which only a privileged user can make.");
afterAll(() => {
  if (isMounted) spawnSync("umount", [readOnly]);
});

test.skipIf(!isMounted).concurrent("reports that the runs directory is on a read-only mount", async () => {
  const root = sampleProject();

  const { code, stderr } = await pipeline(root, ["run", "--runs", readOnly]);

  expect(stderr).toMatch(
    /^The runs directory \S+ cannot be written \(EROFS: read-only file system, .*name another with --runs DIRECTORY\.\n$/,
  );
  expect(code).toBe(1);
});

test.concurrent(
  "keeps its bundle beside the temporary files where node_modules cannot be written",
  async () => {
    const root = sampleProject();
    // A regular file in place of the cache: permissions do not stop root.
    writeFileSync(join(root, "node_modules/.cache"), "");
    const tmp = tempDir();

    const first = await pipeline(root, ["run"], { env: { TMPDIR: tmp } });
    const second = await pipeline(root, ["run"], { env: { TMPDIR: tmp } });

    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(second).toMatchObject({ code: 0, stderr: "" });
  },
);

test
  .skipIf(process.getuid === undefined)
  .concurrent("runs nothing that others may have put beside the temporary files", async () => {
    const root = sampleProject();
    writeFileSync(join(root, "node_modules/.cache"), "");
    const tmp = tempDir();
    await pipeline(root, ["run"], { env: { TMPDIR: tmp } });
    spawnSync("chmod", ["-R", "o+w", tmp]);

    const { code, stderr } = await pipeline(root, ["run"], { env: { TMPDIR: tmp } });

    expect(stderr).toMatch(/ is writable by others\. Remove it, or make the first one writable\.\n$/);
    expect(code).toBe(1);
  });

test.concurrent.each([
  ["a syntax error", "const a = ;\n", 'Unexpected ";"', "src/main.ts:1:10:"],
  [
    "an import that is not there",
    'import "./steps/nope.js";\n',
    'Could not resolve "./steps/nope.js"',
    "src/main.ts:1:7:",
  ],
])(
  "reports %s in the project's source, with its location and without a stack",
  async (_what, source, message, place) => {
    const root = project({ "src/main.ts": source });

    const { code, stdout, stderr } = await pipeline(root, ["run"]);

    expect(stderr).toContain(message);
    expect(stderr).toContain(place);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout).toBe("");
    expect(code).toBe(1);
  },
);

test.concurrent("reports an invalid definition by its message alone", async () => {
  const root = project({
    "src/main.ts": sampleMain.replace('name: "nested"', 'name: "Nested One"'),
  });

  const { code, stderr } = await pipeline(root, ["describe"]);

  expect(stderr).toContain("Nested One");
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(code).toBe(1);
});
