import { Argument, type Command } from "commander";
import { chooseWorkflow } from "../project/choose-by-name.js";
import type { Project } from "../project/project.js";
import { runsDirectory, runsOption } from "../project/runs-directory.js";
import type { Direction } from "../store/transfer-datasets.js";

interface DataFlags {
  readonly workflow?: string;
  readonly store?: string;
  readonly overwrite?: true;
  readonly runs?: string;
}

export function addDataCommand(program: Command, project: Project): void {
  program
    .command("data")
    .description("move the dataset between this machine and S3, or store the rest of a run")
    .addArgument(new Argument("<direction>", "from S3, or to it").choices(["pull", "push", "push-run"]))
    .argument(
      "[artifact]",
      "input artifact of the workflow (default: all that have a key); for push-run: the run (default: latest)",
    )
    .option("--workflow <name>", `workflow of the input (default: ${project.workflows[0].name})`)
    .option(
      "--store <address>",
      "s3://BUCKET/PREFIX?endpoint=…, or a folder (default: the store in the definition)",
    )
    .option("--overwrite", "replace existing files that differ")
    .addOption(runsOption())
    .option("--verbose", "show where an error comes from")
    .addHelpText(
      "after",
      `
The artifact's definition has its key and path; the access keys come from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY or a
profile. The files of a folder are stored below its key, each under its path. Identical files are not transferred again; files
that only the destination has are listed and kept. Examples:
  npm run data -- pull --store s3://my-bucket
  npm run data -- push --store "s3://my-bucket?endpoint=https://minio.example.com:9000"
  npm run data -- push-run latest     store what "run --store" could not, in the same store`,
    )
    .action(async (direction: Direction | "push-run", artifact: string | undefined, flags: DataFlags) => {
      if (direction === "push-run") {
        const { pushRest } = await import("../store/push-run.js");
        process.exitCode = await pushRest(runsDirectory(flags.runs), artifact ?? "latest");
        return;
      }
      const { transferDatasets } = await import("../store/transfer-datasets.js");
      const workflow = chooseWorkflow(project, flags.workflow);
      process.exitCode = await transferDatasets(direction, workflow, artifact, flags);
    });
}
