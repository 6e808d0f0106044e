import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate, setTimeout } from "node:timers/promises";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { changed, Fork, numberedLines, replaceLine } from "./fork.js";

/** How often the update is killed; `npm run test:large` sets more. */
const kills = Number(process.env.KILLED_UPDATES ?? 5);
const seed = Number(process.env.FUZZ_SEED ?? 20_260_101);

const paths = Array.from({ length: 60 }, (_, i) => `src/${i % 7}/${i}.ts`);
const before = new Map([
  ["package.json", "{}\n"],
  ...paths.map((path): [string, string] => [path, numberedLines(path)]),
]);
const edited = paths.map((path, i): [string, string | undefined] => [
  path,
  i % 6 === 0 ? undefined : replaceLine(3, "theirs")(numberedLines(path)),
]);
const added = Array.from({ length: 300 }, (_, i): [string, string] => [
  `new/${i % 9}/${i}.ts`,
  numberedLines(`new ${i}`),
]);
const after = changed(before, Object.fromEntries([...edited, ...added]));

/** A generator of numbers from 0 to 1 (mulberry32). */
function randomNumbers(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Resolves once a file exists, or the signal is given. */
async function exists(path: string, signal: AbortSignal): Promise<void> {
  while (!existsSync(path) && !signal.aborted) await setImmediate();
}

test("after a kill at any moment, git reset --hard restores the project", { timeout: 600_000 }, async () => {
  const fork = new Fork(before);
  for (const path of paths.slice(0, 12)) fork.edit(path, replaceLine(3, "mine"));
  fork.move("src/6", "src/moved");
  fork.write("src/own.ts", "own\n");
  fork.commit();
  const found = fork.snapshot();
  const inGit = (name: string): string => join(fork.top, ".git", name);
  writeFileSync(inGit("before.json"), JSON.stringify([...before]));
  writeFileSync(inGit("after.json"), JSON.stringify([...after]));
  mkdirSync(inGit("temporary"));
  const program = inGit("driver.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "kill-driver.ts")],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "warning",
    external: ["esbuild"],
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });

  /** Starts an update, and kills it as soon as a function's promise resolves, unless it has ended by then. */
  const runAndKill = async (moment: (signal: AbortSignal) => Promise<unknown>): Promise<void> => {
    const files = [inGit("before.json"), inGit("after.json")];
    const child = spawn(process.execPath, [program, fork.folder, ...files], {
      detached: true,
      // A killed update leaves its temporary folder.
      env: { ...process.env, TMPDIR: inGit("temporary") },
      stdio: ["ignore", "inherit", "inherit"],
    });
    const ended = new AbortController();
    const closed = once(child, "close").finally(() => ended.abort());
    await Promise.race([closed, moment(ended.signal)]);
    // With the git process that it may be waiting for.
    if (!ended.signal.aborted && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    await closed;
  };

  const start = performance.now();
  await runAndKill(() => setTimeout(60_000, undefined, { ref: false }));
  const whole = performance.now() - start;
  expect(fork.status().length).toBeGreaterThan(300);
  fork.git("reset", "--quiet", "--hard");
  expect(fork.snapshot()).toEqual(found);

  const random = randomNumbers(seed);
  let partial = 0;
  for (let i = 0; i < kills; i += 1) {
    const part = random();
    const file = added[Math.floor(part * added.length)]?.[0] ?? "";
    // Nothing is written in the first third.
    const milliseconds = whole * (0.3 + 0.7 * part);
    const isTimed = i % 2 === 0;
    await runAndKill(isTimed ? () => setTimeout(milliseconds) : (ended) => exists(fork.path(file), ended));
    if (existsSync(inGit("index.lock"))) rmSync(inGit("index.lock"));
    if (fork.status().length > 0) partial += 1;
    fork.git("reset", "--quiet", "--hard");
    const moment = isTimed ? milliseconds : file;
    expect([moment, fork.status(), fork.snapshot()]).toEqual([moment, [], found]);
  }
  if (process.env.KILLED_UPDATES !== undefined)
    console.log(`${partial} of ${kills} kills left written files`);
});
