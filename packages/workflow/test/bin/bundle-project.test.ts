import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { project, tempDir, writeFiles } from "../cli/fixture-project.js";
import { bin, type Ended, start } from "../cli/program.js";
import { endedProcess, tempNameOf } from "../files/temp-names.js";
import { smallDisk } from "../small-disk.js";

const bundler = fileURLToPath(new URL("../../bin/bundle-project.js", import.meta.url));
const day = 24 * 3600;

/** Bundles a project in a separate process, and returns the path of the program. */
async function bundle(root: string): Promise<string> {
  const ended = await startBundling(root);
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  return ended.stdout.trim();
}

function startBundling(root: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const script = `import { bundleProject } from ${JSON.stringify(bundler)}; console.log(await bundleProject(${JSON.stringify(root)}));`;
  return start([process.execPath, "--input-type=module", "--eval", script], { cwd: root, env }).ended;
}

function sources(word = "one"): Record<string, string> {
  return {
    "src/main.ts": 'import { word } from "./word.js";\nconsole.log(word satisfies string);\n',
    "src/word.ts": `export const word = "${word}";\n`,
  };
}

/** What was bundled; the program itself only starts it. */
function bundledCode(program: string): string {
  return readFileSync(join(dirname(program), "program.js"), "utf8");
}

function bundlesOf(program: string): string[] {
  return readdirSync(dirname(dirname(program))).filter((name) => /^[0-9a-f]{64}$/.test(name));
}

function stampOf(program: string): string {
  const cache = dirname(dirname(program));
  const name = readdirSync(cache).find((file) => file.startsWith("stamp-"));
  return join(cache, name ?? "no stamp");
}

function touch(path: string, secondsAgo: number): void {
  const time = Date.now() / 1000 - secondsAgo;
  utimesSync(path, time, time);
}

test.concurrent("bundles a program into a directory named after its digest", async () => {
  const program = await bundle(project(sources()));

  expect(basename(program)).toBe("main.js");
  expect(basename(dirname(program))).toMatch(/^[0-9a-f]{64}$/);
  const { stdout } = await start([process.execPath, program], { cwd: "/" }).ended;
  expect(stdout).toBe("one\n");
});

const nodes = (process.env.NODE_BINARIES ?? "").split(":").filter((path) => path !== "");
if (nodes.length === 0) console.warn("Skipped: other versions of Node. NODE_BINARIES may list them.");

test.runIf(nodes.length > 0)(
  "V8's compiled code is kept beside the bundle, in Node 22 and newer",
  async () => {
    const program = await bundle(project(sources()));
    const kept = join(dirname(program), "compile-cache");

    for (const node of nodes) {
      const { stdout } = await start([node, program], { cwd: "/" }).ended;
      expect(stdout).toBe("one\n");
    }

    const versions = readdirSync(kept).map((name) => Number(/^v(\d+)/.exec(name)?.[1]));
    expect(versions.sort()).toEqual([22, 24, 26]);
  },
);

test.concurrent("marks its files as ES modules, which not every version of Node detects", async () => {
  const program = await bundle(project(sources()));

  expect(readFileSync(join(dirname(program), "package.json"), "utf8")).toBe('{ "type": "module" }\n');
});

test.concurrent("does not bundle again without a change", async () => {
  const root = project(sources());
  const first = await bundle(root);
  const times = () => [first, dirname(first), stampOf(first)].map((path) => statSync(path).mtimeMs);
  const before = times();

  const second = await bundle(root);

  expect(second).toBe(first);
  expect(times()).toEqual(before);
});

test.concurrent("bundles again when an imported file has changed", async () => {
  const root = project(sources());
  const first = await bundle(root);
  writeFiles(root, sources("two"));

  const second = await bundle(root);

  expect(second).not.toBe(first);
  expect(bundledCode(second)).toContain('"two"');
  writeFiles(root, sources("one"));
  expect(await bundle(root)).toBe(first);
});

test.concurrent.each(["package.json", "tsconfig.json", "package-lock.json"])(
  "bundles again when %s is another",
  async (name) => {
    const root = project(sources());
    const stamp = stampOf(await bundle(root));
    const before = statSync(stamp).mtimeMs;
    writeFileSync(join(root, name), '{ "name": "another" }');

    await bundle(root);

    expect(statSync(stamp).mtimeMs).toBeGreaterThan(before);
  },
);

test.concurrent("two processes that bundle at the same time get the same bundle", async () => {
  const root = project(sources());

  const [first, second, third] = await Promise.all([bundle(root), bundle(root), bundle(root)]);

  expect(second).toBe(first);
  expect(third).toBe(first);
  expect(bundlesOf(first)).toHaveLength(1);
  expect(readdirSync(dirname(dirname(first))).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test.concurrent("gives copies of a project in other directories the same digest", async () => {
  const here = project(sources());
  const there = project(sources(), tempDir("elsewhere with a longer name "));

  const digests = await Promise.all([bundle(here), bundle(there)]);

  expect(basename(dirname(digests[0]))).toBe(basename(dirname(digests[1])));
});

test.concurrent("does not reuse a bundle if a source file was changed while it was built", async () => {
  const root = project(sources());
  const file = join(root, "src/word.ts");
  const later = new Date(Date.now() + 3_600_000);
  // As if the file had been saved after it was read: its time is later than the start of bundling.
  utimesSync(file, later, later);
  const first = await bundle(root);
  writeFileSync(file, 'export const word = "two";\n');
  utimesSync(file, later, later);

  const second = await bundle(root);

  expect(second).not.toBe(first);
});

test.concurrent("removes bundles that no command has used for a week, and nothing newer", async () => {
  const root = project(sources());
  const current = await bundle(root);
  const cache = dirname(dirname(current));
  for (const [name, days] of [
    ["a".repeat(64), 8],
    ["b".repeat(64), 6],
    [".bundle-left", 8],
  ] as const) {
    mkdirSync(join(cache, name));
    touch(join(cache, name), days * day);
  }
  writeFiles(root, sources("two"));

  await bundle(root);

  expect(
    readdirSync(cache)
      .filter((name) => !name.startsWith("stamp-"))
      .sort(),
  ).toEqual([basename(dirname(current)), "b".repeat(64), basename(dirname(await bundle(root)))].sort());
});

test.concurrent("keeps a bundle that is old but was used today", async () => {
  const root = project(sources());
  const first = await bundle(root);
  touch(dirname(first), 30 * day);
  await bundle(root);
  writeFiles(root, sources("two"));

  const second = await bundle(root);

  expect(bundlesOf(second)).toHaveLength(2);
});

test.concurrent("separates projects that share one node_modules", async () => {
  const one = project(sources("one"));
  const two = tempDir();
  writeFiles(two, { "package.json": "{}", ...sources("two") });
  symlinkSync(join(one, "node_modules"), join(two, "node_modules"));

  const first = await bundle(one);
  const second = await bundle(two);

  expect(bundledCode(first)).toContain('"one"');
  expect(bundledCode(second)).toContain('"two"');
  expect(await bundle(one)).toBe(first);
  expect(bundlesOf(first)).toHaveLength(2);
  expect(readdirSync(dirname(dirname(first))).filter((name) => name.startsWith("stamp-"))).toHaveLength(2);
});

test.concurrent("keeps only the last few bundles and those in use", async () => {
  const root = project(sources());
  const cache = dirname(dirname(await bundle(root)));
  for (const [i, letter] of [..."abcdef"].entries()) {
    mkdirSync(join(cache, letter.repeat(64)));
    if (letter === "a") writeFileSync(join(cache, letter.repeat(64), tempNameOf(process.pid, "user")), "");
    touch(join(cache, letter.repeat(64)), 3600 - i);
  }
  mkdirSync(join(cache, tempNameOf(endedProcess(), "bundle")));
  writeFiles(root, sources("two"));

  await bundle(root);

  const kept = readdirSync(cache).filter((name) => /^(.)\1{63}$|part$/.test(name));
  expect(kept.map((name) => name[0]).sort()).toEqual(["a", "c", "d", "e", "f"]);
});

test("bundles into another folder if the disk is full, and leaves nothing on the full disk", async ({
  skip,
}) => {
  const root = project(sources());
  const cache = join(root, "node_modules/.cache/tiphys");
  mkdirSync(cache, { recursive: true });
  const disk = smallDisk(4, cache) ?? skip("no right to mount a small file system here");
  const elsewhere = tempDir();

  const ended = await startBundling(root, { TMPDIR: elsewhere });

  expect(ended).toMatchObject({ code: 0, stderr: "" });
  expect(ended.stdout.startsWith(elsewhere)).toBe(true);
  expect(readdirSync(disk)).toEqual([]);
});

test("reports in one message that the disk has no space for a bundle", async ({ skip }) => {
  const root = project(sources());
  const cache = join(root, "node_modules/.cache/tiphys");
  mkdirSync(cache, { recursive: true });
  const disk = smallDisk(4, cache) ?? skip("no right to mount a small file system here");
  const elsewhere = smallDisk(4) ?? skip("no right to mount a small file system here");

  const { code, stderr } = await start([process.execPath, bin, "describe"], {
    cwd: root,
    env: { TMPDIR: elsewhere },
  }).ended;

  expect(stderr).toMatch(
    /^The program cannot be bundled: neither \S+ nor \S+ can be written \(ENOSPC: .*\)\. Make room on the disk\.\n$/,
  );
  expect(code).toBe(1);
  expect(readdirSync(disk)).toEqual([]);
});
