import { Argument, type Command } from "commander";
import { exitCode } from "../process/exit-code.js";
import { onInterrupt } from "../process/on-interrupt.js";
import { chooseWorkflow } from "../project/choose-by-name.js";
import type { Project } from "../project/project.js";
import { runsDirectory, runsOption } from "../project/runs-directory.js";

interface DataFlags {
  readonly workflow?: string;
  readonly store?: string;
  readonly overwrite?: true;
  readonly runs?: string;
}

type Direction = "pull" | "push";

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
    .action((direction: Direction | "push-run", artifact: string | undefined, flags: DataFlags) =>
      direction === "push-run"
        ? storeRest(artifact ?? "latest", flags)
        : move(project, direction, artifact, flags),
    );
}

async function storeRest(run: string, { runs }: DataFlags): Promise<void> {
  const { pushRest } = await import("../store/push-run.js");
  const { signal, release } = onInterrupt();
  try {
    console.log(await pushRest(runsDirectory(runs), run, signal));
  } catch (error) {
    if (!signal.aborted) throw error;
    console.error("Stopped. Artifacts that were sent are complete. Run the same command to continue.");
    process.exitCode = exitCode.interrupted;
  } finally {
    release();
  }
}

async function move(
  project: Project,
  direction: Direction,
  artifact: string | undefined,
  flags: DataFlags,
): Promise<void> {
  const { datasetLocations } = await import("../store/dataset-location.js");
  const { openStore } = await import("../../storage/open-store.js");
  const { pullDatasetFile, pushDatasetFile } = await import("../store/transfer-file.js");
  const { pullDatasetFolder, pushDatasetFolder } = await import("../store/transfer-folder.js");
  const places = datasetLocations(chooseWorkflow(project, flags.workflow), artifact, flags.store);
  const { signal, release } = onInterrupt();
  let hasSentFolder = false;
  try {
    for (const place of places) {
      const store = await openStore(place.store, { notice: (message) => console.error(message) });
      try {
        const [pull, push] = place.isFolder
          ? [pullDatasetFolder, pushDatasetFolder]
          : [pullDatasetFile, pushDatasetFile];
        const work = direction === "pull" ? pull : push;
        hasSentFolder = place.isFolder && direction === "push";
        const options = { overwrite: flags.overwrite === true, signal };
        console.log(await work(store, place, options));
      } finally {
        store.close();
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    console.error("Stopped. Nothing half-written is left.");
    if (hasSentFolder) console.error("Files that were sent are complete. Run the same command to continue.");
    process.exitCode = exitCode.interrupted;
  } finally {
    release();
  }
}
