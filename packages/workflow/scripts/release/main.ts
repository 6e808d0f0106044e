// The steps of CI and of a release: `npm run --silent release -- COMMAND`.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod";
import { artifactsOfRun, writeGithubOutputs, writeSummary } from "../../src/cli/process/github-files.js";
import { reportError } from "../../src/cli/process/report-error.js";
import { registryOf } from "../../src/cli/project/image-name.js";
import { projectImage } from "../../src/cli/project/project-image.js";
import { callersDirectory, projectRoot } from "../../src/cli/project/project-root.js";
import { UsageError, UserError } from "../../src/definition/errors.js";
import { checkMetrics, notGoodEnough, verdictMarkdown } from "./check-metrics.js";
import { releaseImage } from "./check-release.js";
import { collectResults } from "./collect-results.js";
import { fetchMainResults } from "./fetch-main-results.js";
import { readMetrics } from "./metrics.js";
import { missingSettings } from "./required-settings.js";
import { releaseSettings } from "./settings.js";
import { summaryMarkdown } from "./summary.js";
import { train } from "./train.js";

const help = `npm run --silent release -- COMMAND
  verify                    checks that package.json matches the release tag in GITHUB_REF_NAME; output "registry"
  ready                     checks that ARGO_SERVER, ARGO_NAMESPACE and ARGO_TOKEN are set; output "ready"
  login                     logs docker in to REGISTRY as REGISTRY_USER with REGISTRY_PASSWORD
  train FILE                submits a manifest as release TAG with IMAGE, or finds the run of an earlier attempt, and watches
                            it; output "workflow": its name
  collect FROM TO [FILE…]   copies the files that src/release.ts lists from a run's folder, and these files
  check FOLDER              fails if a metric is below its minimum in src/release.ts
  main-results FOLDER       downloads the last results of main with gh
  summary FOLDER [MAIN]     the metrics in Markdown, compared with those of main if they exist`;

const packageSchema = z.looseObject({
  version: z.string().optional(),
  tiphys: z.looseObject({ image: z.string().optional() }).optional(),
});

const commands: Readonly<Record<string, (...folders: string[]) => void | Promise<void>>> = {
  verify() {
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
  },
  ready() {
    const missing = missingSettings(process.env);
    if (missing !== undefined) writeSummary(missing);
    writeGithubOutputs({ ready: String(missing === undefined) });
  },
  login() {
    const { REGISTRY = "", REGISTRY_USER = "", REGISTRY_PASSWORD = "" } = process.env;
    if (REGISTRY === "" || REGISTRY_USER === "" || REGISTRY_PASSWORD === "") {
      throw new UsageError("login: set REGISTRY, REGISTRY_USER and REGISTRY_PASSWORD.");
    }
    const { status } = spawnSync(
      "docker",
      ["login", REGISTRY, "--username", REGISTRY_USER, "--password-stdin"],
      {
        input: REGISTRY_PASSWORD,
        stdio: ["pipe", "inherit", "inherit"],
      },
    );
    if (status !== 0) throw new UserError(`docker login to ${REGISTRY} failed.`);
  },
  train: (file) => train(folder(file, "FILE"), projectRoot(), process.env),
  async collect(from, to, ...more) {
    const { files } = await releaseSettings(projectRoot());
    const target = folder(to, "TO");
    collectResults(folder(from, "FROM"), target, files);
    for (const file of more) copyFileSync(folder(file, "FILE"), join(target, basename(file)));
  },
  async check(results) {
    const { minimumMetrics } = await releaseSettings(projectRoot());
    const verdict = checkMetrics(readMetrics(folder(results, "FOLDER")), minimumMetrics);
    writeSummary(verdictMarkdown(verdict));
    if (verdict.wrong.length > 0) throw new UserError(notGoodEnough(verdict));
  },
  "main-results": (to) => fetchMainResults(folder(to, "FOLDER")),
  summary(results, main) {
    const at = folder(results, "FOLDER");
    const report = join(at, "report.txt");
    const { IMAGE, WORKFLOW } = process.env;
    const artifacts = artifactsOfRun(process.env);
    const before = main === undefined ? undefined : folder(main, "MAIN");
    writeSummary(
      summaryMarkdown({
        title: "Results",
        metrics: readMetrics(at),
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
  },
};

try {
  const [command = "", ...folders] = parseArgs({ allowPositionals: true }).positionals;
  const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (run === undefined) throw new UsageError(help);
  await run(...folders);
} catch (error) {
  reportError(error, false);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

function folder(given: string | undefined, name: string): string {
  if (given === undefined) throw new UsageError(`${name} is missing.\n${help}`);
  return resolve(callersDirectory(), given);
}
