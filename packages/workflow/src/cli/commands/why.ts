import { printable } from "@tiphys/argo-lint/text";
import type { Command } from "commander";
import { UsageError } from "../../definition/errors.js";
import type { Project } from "../project/project.js";
import { callersDirectory } from "../project/project-root.js";
import { runsDirectory, runsOption } from "../project/runs-directory.js";

interface WhyFlags {
  readonly run?: string;
  readonly runs?: string;
}

export function addWhyCommand(program: Command, project: Project): void {
  program
    .command("why")
    .description("say why a task ran in the newest run, or why it was taken from an earlier one")
    .argument("<task>", "its id, as in the run's tree: train, train/0, nested/train")
    .option("--run <run>", "another run than the newest that has the task")
    .addOption(runsOption())
    .action(async (task: string, flags: WhyFlags) => {
      const { listRuns } = await import("../../history/list-runs.js");
      const { locateRun } = await import("../../history/locate-run.js");
      const { readRunRecord } = await import("../../local/run-directory.js");
      const { allTasks } = await import("../../local/all-tasks.js");
      const { explainTask } = await import("../why/explain-task.js");
      const runs = runsDirectory(flags.runs);
      const known = new Set(project.workflows.map(({ name }) => name));
      const listed = listRuns(runs).filter(({ workflow }) => known.has(workflow));
      const has = (directory: string): boolean =>
        allTasks(readRunRecord(directory).tasks).some(({ id }) => id === task);
      const directory =
        flags.run === undefined
          ? (listed.find((each) => has(each.directory)) ?? listed[0])?.directory
          : locateRun(runs, flags.run, callersDirectory());
      if (directory === undefined) throw new UsageError(`There is no run in ${runs}. Start one with "run".`);
      const record = readRunRecord(directory);
      const before = listed.filter(
        (each) =>
          each.workflow === record.workflow && each.name !== record.run && each.startedAt <= record.startedAt,
      );
      function* earlier() {
        for (const each of before) yield readRunRecord(each.directory);
      }
      for (const line of explainTask(record, task, earlier())) console.log(printable(line));
    });
}
