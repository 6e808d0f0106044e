import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, renameSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { UsageError } from "@tiphys/workflow";
import type { PlannedProject } from "../cli/plan-project.js";
import type { PackageSource } from "../npm/find-packages.js";
import { format, formatterIn } from "../npm/format.js";
import { install } from "../npm/npm.js";
import type { ProjectTemplate } from "../template/template.js";
import { withStagingFolder } from "./staging-folder.js";
import { writeProject } from "./write-files.js";

/** How a project is made. */
export interface CreateOptions {
  readonly template: ProjectTemplate;
  readonly source: PackageSource;
  /** Whether npm installs its packages. */
  readonly install: boolean;
  /** Is called before each part of the work, with a sentence. */
  onPart(sentence: string): void;
}

/** Entries that a folder for a new project may have. */
const allowedEntries = new Set([".git", ".DS_Store", "Thumbs.db", "desktop.ini"]);

/**
 * Checks that a project can be made in a folder.
 * @throws {UsageError} if it exists and is not empty
 */
export function checkTarget(target: string): void {
  if (!existsSync(target)) return;
  if (!statSync(target).isDirectory()) throw new UsageError(`${target} is a file. Choose another folder.`);
  const entries = readdirSync(target).filter((name) => !allowedEntries.has(name));
  if (entries.length === 0) return;
  const advice = entries.includes(".tiphys.json")
    ? "It is a project already; to update it, use --update in it."
    : "Choose another folder.";
  throw new UsageError(
    `${target} is not empty: it contains ${entries.slice(0, 3).join(", ")}${entries.length > 3 ? ", …" : ""}. ${advice}`,
  );
}

/**
 * Makes a project in a folder that is empty or does not exist. It is made in a temporary folder beside it or in it, and gets
 * its place when it is complete.
 * @throws {UserError} if npm cannot install its packages
 */
export async function createProject(
  target: string,
  planned: PlannedProject,
  options: CreateOptions,
): Promise<void> {
  const isThere = existsSync(target);
  await withStagingFolder(isThere ? target : dirname(target), async (stage) => {
    writeProject(stage, planned, options.template, options.source);
    if (options.install) {
      options.onPart("Installing its packages.");
      await install(stage);
      const formatter = formatterIn(stage);
      if (formatter !== undefined) format(formatter, stage);
    }
    if (!isThere) {
      beginHistory(stage);
      renameSync(stage, target);
      return;
    }
    // package.json comes last: with it, the folder is a project.
    const entries = readdirSync(stage).filter((name) => name !== "package.json");
    for (const name of [...entries, "package.json"]) renameSync(join(stage, name), join(target, name));
    beginHistory(target);
  });
}

/** Makes a folder a git repository, if there is git and it is in none yet. */
function beginHistory(folder: string): void {
  const git = (...args: string[]): void => {
    execFileSync("git", args, { cwd: folder, stdio: "ignore" });
  };
  try {
    git("rev-parse", "--is-inside-work-tree");
  } catch {
    try {
      git("init", "--quiet", "--initial-branch=main");
    } catch {
      // Without git, updates and npm run release say that they need it.
    }
  }
}
