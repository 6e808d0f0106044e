import { type Command, Option } from "commander";
import { UsageError } from "../../../definition/errors.js";
import { runArgumentHelp } from "../../project/find-run.js";
import type { Project } from "../../project/project.js";
import { runsDirectory, runsOption } from "../../project/runs-directory.js";

interface ExportFlags {
  readonly to: "onnx" | "mlflow";
  readonly trackingUri?: string;
  readonly output?: string;
  readonly runs?: string;
}

export function addRunsExportCommand(runs: Command, project: Project): void {
  runs
    .command("export")
    .description("write the model of a run for other tools, or send the run to an MLflow server")
    .argument("[run]", runArgumentHelp, "latest")
    .addOption(
      new Option(
        "--to <format>",
        "onnx: the model with its preprocessing, as model.onnx; mlflow: the whole run, to a server",
      )
        .choices(["onnx", "mlflow"])
        .makeOptionMandatory(),
    )
    .option("--output <file>", "the file to write (default: beside the model, in the run)")
    .option("--tracking-uri <address>", "the MLflow server (default: MLFLOW_TRACKING_URI)")
    .addOption(runsOption())
    .option("--verbose", "show where an error comes from")
    .action(async (run: string, { to, trackingUri, output, runs: folder }: ExportFlags) => {
      if (to === "mlflow") {
        if (output !== undefined) throw new UsageError("--output is for --to onnx: a server has no file.");
        const { env } = process;
        const { exportMlflow } = await import("../../runs/export/mlflow/export-mlflow.js");
        return exportMlflow(project, runsDirectory(folder), run, serverOf(trackingUri, env), env);
      }
      if (trackingUri !== undefined) throw new UsageError("--tracking-uri is for --to mlflow.");
      const { exportOnnx } = await import("../../runs/export/export-onnx.js");
      await exportOnnx(project, runsDirectory(folder), run, output);
    });
}

function serverOf(
  trackingUri: string | undefined,
  { MLFLOW_TRACKING_URI: usual = "" }: NodeJS.ProcessEnv,
): string {
  const uri = trackingUri ?? usual;
  if (uri !== "") return uri;
  throw new UsageError(
    "Name the MLflow server: --tracking-uri http://localhost:5000, or MLFLOW_TRACKING_URI.",
  );
}
