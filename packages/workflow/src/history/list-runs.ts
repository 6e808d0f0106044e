import { statSync } from "node:fs";
import { join } from "node:path";
import { messageOf } from "../definition/error-message.js";
import type { Workflow } from "../definition/graph.js";
import { folderNames } from "./run-folders.js";
import { notesFile, type RunNotes, readNotes } from "./run-notes.js";
import type { RunSummary } from "./run-summary.js";
import { readStoredRun, type StoredRun } from "./stored-run.js";
import { summarizeRun } from "./summarize-run.js";
import { SummaryCache } from "./summary-cache.js";

export interface ListRunsOptions {
  /** The project's workflows: types and defaults of parameters, and directions of metrics. */
  readonly workflows?: readonly Workflow[];
  /** Receives a line for each run that cannot be listed, and for notes that cannot be read. */
  readonly onSkipped?: (message: string) => void;
}

interface Found {
  readonly name: string;
  readonly directory: string;
  readonly stored: StoredRun;
  readonly notes: RunNotes;
}

/**
 * Summaries of all runs in a runs directory, the newest first; none if the directory does not exist.
 * Runs that cannot be read or have another format are skipped.
 * @throws {UserError} if the directory cannot be read
 */
export function listRuns(runsDirectory: string, options: ListRunsOptions = {}): RunSummary[] {
  const { workflows = [], onSkipped = () => {} } = options;
  const names = folderNames(runsDirectory);
  const cache = new SummaryCache(runsDirectory, names.length);
  const found = names.flatMap((name): Found[] => {
    const directory = join(runsDirectory, name);
    const path = join(directory, "run.json");
    try {
      const stats = statSync(path, { throwIfNoEntry: false });
      if (stats === undefined) return [];
      const stored = cache.get(name, stats, () => readStoredRun(directory, path));
      return [{ name, directory, stored, notes: notesOf(directory, onSkipped) }];
    } catch (error) {
      onSkipped(messageOf(error));
      return [];
    }
  });
  cache.save();
  const differing = differingParameters(found);
  return found
    .map(({ name, directory, stored, notes }) =>
      summarizeRun(
        name,
        directory,
        stored,
        notes,
        workflows.find((workflow) => workflow.name === stored.workflow),
        differing.get(stored.workflow) ?? new Set(),
      ),
    )
    .sort(newestFirst);
}

function newestFirst(a: RunSummary, b: RunSummary): number {
  if (a.startedAt !== b.startedAt) return a.startedAt < b.startedAt ? 1 : -1;
  return a.name < b.name ? 1 : -1;
}

function notesOf(directory: string, onSkipped: (message: string) => void): RunNotes {
  if (statSync(join(directory, notesFile), { throwIfNoEntry: false }) === undefined) return { tags: [] };
  try {
    return readNotes(directory);
  } catch (error) {
    onSkipped(messageOf(error));
    return { tags: [] };
  }
}

/** The parameters of each workflow whose texts differ among its runs. */
function differingParameters(found: readonly Found[]): ReadonlyMap<string, ReadonlySet<string>> {
  const first = new Map<string, Map<string, string>>();
  const differing = new Map<string, Set<string>>();
  for (const { workflow, inputs } of found.map(({ stored }) => stored)) {
    const texts = first.get(workflow) ?? new Map<string, string>();
    first.set(workflow, texts);
    for (const [name, text] of Object.entries(inputs.parameters)) {
      const known = texts.get(name);
      if (known === undefined) texts.set(name, text);
      else if (known !== text) differing.set(workflow, (differing.get(workflow) ?? new Set()).add(name));
    }
  }
  return differing;
}
