import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import * as z from "zod";
import { UsageError, UserError } from "../../definition/errors.js";
import { artifactsOfRun, writeGithubOutputs, writeSummary } from "../process/github-files.js";
import { registryOf } from "../project/image-name.js";
import { projectImage } from "../project/project-image.js";
import { callersDirectory, projectRoot } from "../project/project-root.js";
import { checkMetrics, notGoodEnough, verdictMarkdown } from "./check-metrics.js";
import { releaseImage } from "./check-release.js";
import { collectResults } from "./collect-results.js";
import { fetchMainResults } from "./fetch-main-results.js";
import { readMetrics } from "./metrics.js";
import { missingSettings } from "./required-settings.js";
import { releaseSettings } from "./settings.js";
import { summaryMarkdown } from "./summary.js";

const packageSchema = z.looseObject({
  version: z.string().optional(),
  tiphys: z.looseObject({ image: z.string().optional() }).optional(),
});

/** Checks that package.json matches the tag of GitHub's job; sets the output `registry`. @throws {UserError} if not */
export function verifyTag(): void {
  const { GITHUB_REF_TYPE, GITHUB_REF_NAME = "", GITHUB_REPOSITORY } = process.env;
  const { version, tiphys } = packageSchema.parse(
    JSON.parse(readFileSync(join(projectRoot(), "package.json"), "utf8")),
  );
  const repository = releaseImage({
    refType: GITHUB_REF_TYPE,
    ref: GITHUB_REF_NAME,
    version,
    image: tiphys?.image,
    repository: GITHUB_REPOSITORY,
  });
  writeGithubOutputs({ registry: registryOf(repository) });
  console.log(`Release ${GITHUB_REF_NAME}: ${projectImage()}`);
}

/** Sets the output `ready` to whether the settings of a training run are there, and lists those that are missing. */
export function checkReadiness(): void {
  const missing = missingSettings(process.env);
  if (missing !== undefined) writeSummary(missing);
  writeGithubOutputs({ ready: String(missing === undefined) });
}

/** Logs docker in to the registry. @throws {UserError} if docker refuses */
export function logIn(): void {
  const { REGISTRY = "", REGISTRY_USER = "", REGISTRY_PASSWORD = "" } = process.env;
  if (REGISTRY === "" || REGISTRY_USER === "" || REGISTRY_PASSWORD === "") {
    throw new UsageError("login: set REGISTRY, REGISTRY_USER and REGISTRY_PASSWORD.");
  }
  const { status } = spawnSync(
    "docker",
    ["login", REGISTRY, "--username", REGISTRY_USER, "--password-stdin"],
    { input: REGISTRY_PASSWORD, stdio: ["pipe", "inherit", "inherit"] },
  );
  if (status !== 0) throw new UserError(`docker login to ${REGISTRY} failed.`);
}

/** Copies the files of a release from a run's folder, and further files, into one folder. */
export async function collectRelease(from: string, to: string, more: readonly string[]): Promise<void> {
  const { files } = await releaseSettings(projectRoot());
  collectResults(fromHere(from), fromHere(to), files);
  for (const file of more) copyFileSync(fromHere(file), join(fromHere(to), basename(file)));
}

/** Shows whether the results reach the minimum metrics. @throws {UserError} if not */
export async function judgeResults(folder: string): Promise<void> {
  const { minimumMetrics } = await releaseSettings(projectRoot());
  const verdict = checkMetrics(readMetrics(fromHere(folder)), minimumMetrics);
  writeSummary(verdictMarkdown(verdict));
  if (verdict.wrong.length > 0) throw new UserError(notGoodEnough(verdict));
}

/** Downloads the last results of main. */
export function fetchResults(folder: string): void {
  fetchMainResults(fromHere(folder));
}

/** Shows the metrics of a folder of results, compared with those of main if that folder has any. */
export function showResults(folder: string, main: string | undefined): void {
  const results = fromHere(folder);
  const before = main === undefined ? undefined : fromHere(main);
  const report = join(results, "report.txt");
  const { IMAGE, WORKFLOW } = process.env;
  const artifacts = artifactsOfRun(process.env);
  writeSummary(
    summaryMarkdown({
      title: "Results",
      metrics: readMetrics(results),
      facts: [
        ...(IMAGE ? [`image \`${IMAGE}\``] : []),
        ...(WORKFLOW ? [`workflow \`${WORKFLOW}\``] : []),
        ...(artifacts === undefined ? [] : [`files: [artifact "results"](${artifacts})`]),
      ],
      ...(before !== undefined && existsSync(join(before, "metrics.json"))
        ? { main: readMetrics(before) }
        : {}),
      ...(existsSync(report) ? { report: readFileSync(report, "utf8") } : {}),
    }),
  );
}

function fromHere(path: string): string {
  return resolve(callersDirectory(), path);
}
