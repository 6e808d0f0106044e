import { printable } from "@tiphys/argo-lint/text";
import { listRuns } from "../../history/list-runs.js";
import { durationText } from "../progress/duration-text.js";
import type { Project } from "../project/project.js";
import { runsDirectory } from "../project/runs-directory.js";
import { formatTabColumns } from "../server/format/tabwriter.js";

export interface ListRunsFlags {
  readonly json?: true;
  readonly runs?: string;
}

/** Prints the runs as a table or as JSON. */
export function printRunsList(project: Project, flags: ListRunsFlags): void {
  const runs = listRuns(runsDirectory(flags.runs), {
    workflows: project.workflows,
    onSkipped: (message) => console.error(printable(message)),
  });
  if (flags.json) {
    process.stdout.write(`${JSON.stringify(runs, null, 2)}\n`);
    return;
  }
  const rows = runs.map(({ name, phase, startedAt, durationSeconds }) => [
    name,
    phase,
    startedAt,
    durationSeconds === undefined ? "" : durationText(durationSeconds * 1000),
  ]);
  const lines = [["RUN", "PHASE", "STARTED", "DURATION"], ...rows];
  process.stdout.write(
    formatTabColumns(lines.map((cells) => `${cells.map(printable).join("\t")}\n`).join(""), 2),
  );
}
