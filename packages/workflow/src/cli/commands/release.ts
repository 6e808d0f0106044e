import { resolve } from "node:path";
import type { Command } from "commander";
import { callersDirectory, projectRoot } from "../project/project-root.js";

/** Adds `release` with its commands, which the jobs of .github/workflows call, and npm at `npm version`. */
export function addReleaseCommand(program: Command): void {
  const release = program.command("release").description("the steps of CI and of a release, for jobs");
  const add = (name: string, description: string): Command =>
    release.command(name).description(description).option("--verbose", "show where an error comes from");
  add(
    "verify",
    'check that package.json matches the release tag in GITHUB_REF_NAME; output "registry"',
  ).action(async () => (await import("../release/actions.js")).verifyTag());
  add("ready", 'check that ARGO_SERVER, ARGO_NAMESPACE and ARGO_TOKEN are set; output "ready"').action(
    async () => (await import("../release/actions.js")).checkReadiness(),
  );
  add("login", "log docker in to REGISTRY as REGISTRY_USER with REGISTRY_PASSWORD").action(async () =>
    (await import("../release/actions.js")).logIn(),
  );
  add(
    "train",
    'submit a manifest as release TAG with IMAGE, or find the run of an earlier attempt, and watch it; output "workflow": its name',
  )
    .argument("<file>", "the manifest, as yaml writes it")
    .action(async (file: string) => {
      const { train } = await import("../release/train.js");
      await train(resolve(callersDirectory(), file), projectRoot(), process.env);
    });
  add("collect", "copy the files that src/release.ts lists from a run's folder, and further files")
    .argument("<from>", "the run's folder")
    .argument("<to>", "a folder for the results")
    .argument("[files...]", "further files")
    .action(async (from: string, to: string, files: readonly string[]) =>
      (await import("../release/actions.js")).collectRelease(from, to, files),
    );
  add("check", "fail if a metric is below its minimum in src/release.ts")
    .argument("<folder>", "the results")
    .action(async (folder: string) => (await import("../release/actions.js")).judgeResults(folder));
  add("main-results", "download the last results of main with gh")
    .argument("<folder>", "a folder for them")
    .action(async (folder: string) => (await import("../release/actions.js")).fetchResults(folder));
  add("summary", "show the metrics in Markdown, compared with those of main if they exist")
    .argument("<folder>", "the results")
    .argument("[main]", "the results of main")
    .action(async (folder: string, main: string | undefined) =>
      (await import("../release/actions.js")).showResults(folder, main),
    );
  add("changelog", "date the changelog's unreleased section: for npm version").action(async () =>
    (await import("../release/start-changelog.js")).startChangelog(),
  );
}
