// `npm run update-engine -- --from PATH-OR-URL`: updates the engine of this project.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { surviveLostOutput } from "@tiphys/argo-lint/terminal";
import { UsageError, UserError } from "@tiphys/workflow";
import { restoreInterrupted } from "./restore-interrupted.js";
import { engineChangelog, patchFile, type Update, updateEngine } from "./update-engine.js";

const root = join(import.meta.dirname, "..");
const usage = `npm run update-engine -- --from PATH-OR-URL

  --from   a folder with a later version of the template, or a git address to clone it from
  --force  also with uncommitted changes`;

function main(): void {
  const { from, force } = options();
  if (restoreInterrupted(root)) console.log("An earlier run was interrupted: its changes were rolled back.");
  if (!force) requireCommitted();
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), from);
  if (existsSync(folder)) {
    report(updateEngine(root, folder));
    return;
  }
  const clone = mkdtempSync(join(tmpdir(), "engine-"));
  try {
    try {
      // With its history, which has the engine's earlier versions of files.
      execFileSync("git", ["clone", "--quiet", "--", from, clone], {
        stdio: ["ignore", "ignore", "pipe"],
        encoding: "utf8",
      });
    } catch (error) {
      const stderr =
        error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
      throw new UsageError(`${from} is not a folder, and git cannot clone it: ${stderr}`);
    }
    report(updateEngine(root, clone));
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
}

function options(): { from: string; force: boolean } {
  try {
    const flags = { from: { type: "string" }, force: { type: "boolean" } } as const;
    const { values } = parseArgs({ options: flags });
    if (values.from !== undefined) return { from: values.from, force: values.force ?? false };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
  throw new UsageError(`--from is missing.\n\n${usage}`);
}

/** Checks that all files are in git's history, so that the update loses nothing. */
function requireCommitted(): void {
  let status: string;
  try {
    status = execFileSync("git", ["status", "--porcelain"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    throw new UsageError(
      "This folder is not a git work tree, so an update could not be undone. Commit first, or run with --force.",
    );
  }
  if (status === "") return;
  throw new UsageError(`Some changes are not committed:\n${status}Commit them first, or run with --force.`);
}

function report(update: Update): void {
  const lines = [
    `packages/ was updated from ${update.from} to ${update.to}. ${engineChangelog} lists the changes.`,
    ...update.lostEdits.map((path) => `edited by you, and replaced: ${path}`),
    ...update.taken.map((path) => `taken:   ${path}`),
    ...update.dropped.map((path) => `removed: ${path}`),
    ...update.away.map((path) => `not added, because you removed it: ${path}`),
    ...update.keptEntries.map((entry) => `package.json: your entry is kept; the engine's is ${entry}`),
    ...update.edited.map((path) => `edited by you, and kept: ${path}`),
  ];
  for (const line of lines) console.log(line);
  if (update.edited.length > 0) {
    console.log(
      `The engine's changes to these files are in ${patchFile}. To apply them: git apply --3way ${patchFile}`,
    );
  }
  const [lost] = update.lostEdits;
  if (lost !== undefined) {
    console.log(`All of packages/ is replaced. Your edits are in git's history: git show HEAD:./${lost}`);
  }
  console.log("Next: npm install && npm test");
}

surviveLostOutput(false);
try {
  main();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
