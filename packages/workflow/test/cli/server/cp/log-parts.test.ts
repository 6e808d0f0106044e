import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isExecutorLine } from "../../../../src/cli/server/cp/executor-line.js";
import { LogParts } from "../../../../src/cli/server/cp/log-parts.js";
import { tempDir } from "../../fixture-project.js";

const [at, later] = ["2026-11-30T07:00:00.000Z", "2026-11-30T07:00:01.500Z"];

async function written(parts: LogParts, folder: string, count: number): Promise<string> {
  const path = join(folder, "log.txt");
  await parts.write(0, count, path);
  return readFileSync(path, "utf8");
}

test("the lines of an attempt stay together although they arrive mixed", async () => {
  const folder = tempDir();
  const parts = new LogParts(folder);
  parts.add(0, 1, later, "second attempt");
  parts.add(1, 0, at, "of another task");
  parts.add(0, 0, at, "first attempt");
  expect(await written(parts, folder, 2)).toBe(`${at} first attempt\n${later} second attempt\n`);
});

test("a line without a time, or with an earlier one, has the time of the line before it", async () => {
  const folder = tempDir();
  const parts = new LogParts(folder);
  parts.add(0, 0, later, "a long li");
  parts.add(0, 0, undefined, "ne");
  parts.add(0, 0, at, "by another clock");
  expect(await written(parts, folder, 1)).toBe(
    `${later} a long li\n${later} ne\n${later} by another clock\n`,
  );
});

test("a log that is too long ends with a line that says so", async () => {
  const folder = tempDir();
  const parts = new LogParts(folder, 100);
  for (let i = 0; i < 10; i++) parts.add(0, 0, at, `line ${i}`);
  expect(await written(parts, folder, 1)).toBe(
    `${[0, 1, 2].map((i) => `${at} line ${i}\n`).join("")}${at} The rest of this log is not kept: it has more than 100 bytes.\n`,
  );
});

test("more text than is held in memory is written in order", async () => {
  const folder = tempDir();
  const parts = new LogParts(folder);
  const line = "x".repeat(100_000);
  for (let i = 0; i < 30; i++) parts.add(0, 0, at, `${i} ${line}`);
  const lines = (await written(parts, folder, 1)).trimEnd().split("\n");
  expect(lines.map((each) => Number(each.split(" ")[1]))).toEqual(Array.from({ length: 30 }, (_, i) => i));
});

test.each([
  'time=2026-11-30T04:35:36.223Z level=INFO msg="waiting for signals" argo=true signalPath=/var/run/argo/ctr/main/signal',
  'time=2026-11-30T04:35:38.225Z level=INFO msg="sub-process exited" argo=true error=<nil>',
  'time=2026-11-30T04:35:27.845Z level=INFO msg="no need to save artifact - on overlapping volume" srcPath=/tmp/a argo=true',
  'time="2023-01-02T03:04:05.678Z" level=info msg="capturing logs" argo=true',
  '{"time":"2026-11-30T04:35:38.225Z","level":"INFO","msg":"sub-process exited","argo":true,"error":null}',
])("a line of Argo's executor is recognized: %s", (line) => {
  expect(isExecutorLine(line)).toBe(true);
});

test.each(["said: argo=true", "time=12 s", 'time=now level=INFO msg="mine"', '{"time":"now","argo":true}'])(
  "a line of a step is not taken for one: %s",
  (line) => {
    expect(isExecutorLine(line)).toBe(false);
  },
);
