import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Argument, type Command } from "commander";
import { UserError } from "../../definition/errors.js";
import type { Store } from "../../storage/store.js";
import { chooseWorkflow } from "../choose.js";
import { exitCode } from "../exit-code.js";
import type { Project } from "../main.js";
import { shortPath } from "../project-root.js";
import type { DatasetPlace } from "../store/dataset-place.js";

interface DataFlags {
  readonly workflow?: string;
  readonly store?: string;
  readonly overwrite?: true;
}

type Direction = "pull" | "push";

export function addDataCommand(program: Command, project: Project): void {
  program
    .command("data")
    .description("move the dataset between this machine and S3")
    .addArgument(new Argument("<direction>", "from S3, or to it").choices(["pull", "push"]))
    .argument("[artifact]", "which input artifact of the workflow; all that have a key where left out")
    .option("--workflow <name>", `whose input; ${project.workflows[0].name} where left out`)
    .option(
      "--store <address>",
      "s3://BUCKET/PREFIX?endpoint=…, or a folder (default: what the definition names)",
    )
    .option("--overwrite", "replace what is there and differs")
    .option("--verbose", "show where an error comes from")
    .addHelpText(
      "after",
      `
The key and the path stand where the artifact is defined, the access keys in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY
or in a profile. Examples:
  npm run data -- pull --store s3://my-bucket
  npm run data -- push --store "s3://my-bucket?endpoint=https://minio.example.com:9000"`,
    )
    .action((direction: Direction, artifact: string | undefined, flags: DataFlags) =>
      move(project, direction, artifact, flags),
    );
}

async function move(
  project: Project,
  direction: Direction,
  artifact: string | undefined,
  flags: DataFlags,
): Promise<void> {
  const { datasetPlaces } = await import("../store/dataset-place.js");
  const { openStore } = await import("../../storage/open-store.js");
  const places = datasetPlaces(chooseWorkflow(project, flags.workflow), artifact, flags.store);
  const interrupt = new AbortController();
  const stop = (): void => interrupt.abort();
  process.on("SIGINT", stop).on("SIGTERM", stop).on("SIGHUP", stop);
  try {
    for (const place of places) {
      const store = await openStore(place.store, { notice: (message) => console.error(message) });
      try {
        const work = direction === "pull" ? pull : push;
        console.log(await work(store, place, flags.overwrite === true, interrupt.signal));
      } finally {
        store.close();
      }
    }
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    console.error("Stopped. Nothing half-written is left.");
    process.exitCode = exitCode.interrupted;
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop).off("SIGHUP", stop);
  }
}

async function pull(
  store: Store,
  place: DatasetPlace,
  overwrite: boolean,
  signal: AbortSignal,
): Promise<string> {
  const { key, path } = place;
  const { measure } = await import("../../storage/content.js");
  const { addressBelow } = await import("../../storage/open-store.js");
  const from = addressBelow(store, key);
  const here = existsSync(path) ? await measure(path, signal) : undefined;
  const noted = here === undefined ? undefined : (await store.head(key, { signal }))?.sha256;
  if (here !== undefined && noted === here.sha256) return `${shortPath(path)} is what lies in ${from}.`;
  if (here !== undefined && noted !== undefined && !overwrite) throw differs(shortPath(path), from);
  // Who put it noted no digest: what it is shows only when it is here.
  const beside = here === undefined || overwrite ? path : join(dirname(path), `.pulled-${process.pid}`);
  try {
    const got = await moving(`pulling ${from}`, (onProgress) =>
      store.get(key, beside, { signal, onProgress }),
    );
    if (beside === path) return await movedText(from, shortPath(path), got);
    if (got.sha256 === here?.sha256) return `${shortPath(path)} is what lies in ${from}.`;
    throw differs(shortPath(path), from);
  } finally {
    if (beside !== path) await rm(beside, { force: true });
  }
}

async function push(
  store: Store,
  place: DatasetPlace,
  overwrite: boolean,
  signal: AbortSignal,
): Promise<string> {
  const { key, path, name } = place;
  const { measure } = await import("../../storage/content.js");
  const { addressBelow } = await import("../../storage/open-store.js");
  const to = addressBelow(store, key);
  if (!existsSync(path)) throw new UserError(`artifact "${name}": there is no file ${path} to push.`);
  const { sha256 } = await measure(path, signal);
  const there = await store.head(key, { signal });
  if (there?.sha256 === sha256) return `${to} is what lies in ${shortPath(path)}.`;
  if (there !== undefined && !overwrite) throw differs(to, shortPath(path));
  const put = await moving(`pushing ${shortPath(path)}`, (onProgress) =>
    store.put(key, path, { signal, onProgress, ifAbsent: !overwrite }),
  );
  if (put === undefined) throw differs(to, shortPath(path));
  return movedText(shortPath(path), to, { bytes: put.bytes, sha256 });
}

async function moving<T>(
  label: string,
  work: (onProgress: (done: number, total: number | undefined) => void) => Promise<T>,
): Promise<T> {
  const { showTransfer } = await import("../progress/show-transfer.js");
  const progress = await showTransfer(label);
  try {
    return await work(progress.moved);
  } finally {
    progress.close();
  }
}

async function movedText(
  from: string,
  to: string,
  { bytes, sha256 }: { readonly bytes: number; readonly sha256: string },
): Promise<string> {
  const { bytesText } = await import("../progress/transfer-line.js");
  return `${from} → ${to} (${bytesText(bytes)}, SHA-256 ${sha256.slice(0, 12)}…)`;
}

function differs(what: string, from: string): UserError {
  return new UserError(`${what} is there, and may differ from ${from}. Replace it with --overwrite.`);
}
