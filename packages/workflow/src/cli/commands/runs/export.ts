import { type Command, Option } from "commander";
import { runArgumentHelp } from "../../project/find-run.js";
import type { Project } from "../../project/project.js";
import { runsDirectory, runsOption } from "../../project/runs-directory.js";

interface ExportFlags {
  readonly to: "onnx";
  readonly output?: string;
  readonly runs?: string;
}

export function addRunsExportCommand(runs: Command, project: Project): void {
  runs
    .command("export")
    .description("write the model of a run for other tools")
    .argument("[run]", runArgumentHelp, "latest")
    .addOption(
      new Option("--to <format>", "onnx: the model with its preprocessing, as model.onnx")
        .choices(["onnx"])
        .makeOptionMandatory(),
    )
    .option("--output <file>", "the file to write (default: beside the model, in the run)")
    .addOption(runsOption())
    .option("--verbose", "show where an error comes from")
    .action(async (run: string, flags: ExportFlags) => {
      const { exportOnnx } = await import("../../runs/export/export-onnx.js");
      await exportOnnx(project, runsDirectory(flags.runs), run, flags.output);
    });
}
