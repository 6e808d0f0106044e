import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type Example, examples } from "../../examples/all.js";
import { bundleAsInImage } from "../../packages/workflow/test/bundle.js";
import { tempDir } from "../../packages/workflow/test/temp-dir.js";

const project = join(import.meta.dirname, "../..");
let program: string;

beforeAll(async () => {
  program = await bundleAsInImage(join(project, "examples/main.ts"));
});

/** With a map, a map over nothing, a nested workflow, retries, an exit handler, approvals, and binary artifacts. */
const few = [
  "hyperparameter-search",
  "empty-map",
  "nested-workflow",
  "retry-with-backoff",
  "exit-handler",
  "review-and-retrain",
  "artifacts",
];

// `npm run test:large` runs all.
test.each(process.env.ALL_EXAMPLES === "1" ? examples : examples.filter(({ name }) => few.includes(name)))(
  "$name: workers and processes of their own leave the same bytes",
  async (example) => {
    const [inWorkers, isolated] = await Promise.all([run(example, []), run(example, ["--isolated"])]);
    expect(inWorkers.phase).toBeOneOf(phasesOf(example));
    expect(isolated).toEqual(inWorkers);
  },
  60_000,
);

/** The expected end of a run: examples that need containers succeed only with docker or podman. */
function phasesOf({ needs }: Example): string[] {
  if (needs === undefined) return ["Succeeded"];
  return needs === "cluster" ? ["Incomplete"] : ["Incomplete", "Succeeded"];
}

interface Left {
  readonly phase: string;
  /** Path and digest of each file of the run, except its record and logs. */
  readonly files: Readonly<Record<string, string>>;
}

/** Runs an example by its command, and returns its files. */
async function run({ name, approvals = [] }: Example, options: readonly string[]): Promise<Left> {
  const runs = tempDir();
  const answers = approvals.flatMap(([field, value]) => ["--approve", `${field}=${value}`]);
  const args = [program, "run", name, "--json", "--parallelism", "2", "--runs", runs, ...answers, ...options];
  const record: { readonly phase: string; readonly directory: string } = JSON.parse(await outputOf(args));
  const paths = readdirSync(record.directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !["run.json", "log.txt"].includes(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map((path) => [
    path.slice(record.directory.length),
    createHash("sha256").update(readFileSync(path)).digest("hex"),
  ]);
  return { phase: record.phase, files: Object.fromEntries(files) };
}

/** The output of Node, which may end with the exit code of an incomplete run. */
function outputOf(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: project }, (error, stdout, stderr) => {
      if (stdout === "") reject(new Error(stderr || error?.message));
      else resolve(stdout);
    });
  });
}
