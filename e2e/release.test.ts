import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { copyProject } from "../test/docs/project-copy.js";
import { readWorkflow, type WorkflowStep } from "../test/github/workflow-files.js";
import { bucket } from "./bucket.js";

/** A command that loads an archive of an image into the cluster's nodes. */
const load = process.env.E2E_LOAD_IMAGE ?? "";
const hasCluster = load !== "" && process.env.ARGO_SERVER !== undefined;
const root = join(import.meta.dirname, "..");

if (!hasCluster)
  console.log(
    "No release is played: set E2E_LOAD_IMAGE and what else npm run e2e needs, and install buildah.",
  );

describe.skipIf(!hasCluster)("a release", () => {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), "release-")));
  const outputs = join(scratch, "outputs");
  const summary = join(scratch, "summary");
  const workflow = `release-${process.pid}-${Date.now() % 100_000}`;
  const { jobs } = readWorkflow("release.yml");
  let project = "";

  afterAll(() => {
    for (const folder of [scratch, project])
      if (folder !== "") rmSync(folder, { recursive: true, force: true });
  });

  /** Runs the `run:` lines of a job one after the other, as the runner would. */
  function runJob(name: string, environment: Readonly<Record<string, string>>): void {
    const steps: readonly WorkflowStep[] = jobs[name]?.steps ?? [];
    // CI installs packages earlier, and attaches the files with GitHub's own command.
    const lines = steps.flatMap(({ run = "" }) => (run === "" || run.startsWith("npm ci") ? [] : [run]));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      execFileSync("bash", ["-eo", "pipefail", "-c", line], {
        cwd: project,
        stdio: ["ignore", 2, 2],
        timeout: 240_000,
        env: {
          ...process.env,
          PATH: `${join(scratch, "bin")}${delimiter}${process.env.PATH}`,
          GITHUB_OUTPUT: outputs,
          GITHUB_STEP_SUMMARY: summary,
          TAG: "v1.0.0+one",
          GITHUB_REF_TYPE: "tag",
          GITHUB_REF_NAME: "v1.0.0+one",
          ...environment,
        },
      });
    }
  }

  test("goes from its tag to a training run with exactly that image, and downloads its results", async () => {
    project = copyProject();
    for (const file of ["Dockerfile", "README.md"]) execFileSync("cp", [join(root, file), project]);
    execFileSync("npm", ["pkg", "set", "version=1.0.0+one", "tiphys.image=localhost/Release/Pipeline"], {
      cwd: project,
    });
    execFileSync("npm", ["run", "--silent", "build"], { cwd: project });
    standIns();
    await bucket().put("datasets/diabetes.csv", readFileSync(join(root, "data", "diabetes.csv")));

    runJob("image", {
      REGISTRY: "localhost",
      REGISTRY_USER: "me",
      REGISTRY_PASSWORD: "pass-word",
      PLATFORMS: process.arch === "arm64" ? "linux/arm64" : "linux/amd64",
    });
    const image = /^image=(.*)$/m.exec(readFileSync(outputs, "utf8"))?.[1] ?? "";
    expect(image).toMatch(/^localhost\/release\/pipeline@sha256:[0-9a-f]{64}$/);
    runJob("train", { IMAGE: image, WORKFLOW: workflow, ARGO_SERVICE_ACCOUNT: "default" });

    const results = join(project, "results");
    expect(readFileSync(outputs, "utf8")).toContain("ready=true\n");
    expect(readdirSync(results).sort()).toEqual([
      "metrics.json",
      "model.json",
      "page.html",
      "report.txt",
      "rocCurve.png",
      "run.json",
      "workflow.yaml",
    ]);
    expect(JSON.parse(readFileSync(join(results, "metrics.json"), "utf8"))).toMatchObject({
      accuracy: { value: 0.7532467532467533 },
    });
    expect(readFileSync(summary, "utf8")).toContain(`- image \`${image}\`\n- workflow \`${workflow}\``);
    const { metadata, status, spec } = JSON.parse(
      execFileSync(process.env.ARGO_CLI ?? "argo", ["get", workflow, "--output", "json"], {
        encoding: "utf8",
      }),
    );
    expect(metadata.labels).toMatchObject({ "pipeline.workflow/release": "v1.0.0-one" });
    expect(spec.activeDeadlineSeconds).toBe(19_800);
    const templates: readonly { readonly script?: { readonly image: string } }[] = spec.templates;
    expect(status.phase).toBe("Succeeded");
    expect(templates.flatMap(({ script }) => script?.image ?? [])).toEqual(Array(5).fill(image));
  }, 460_000);

  /** Stand-ins: the image is loaded instead of pushed, and docker can only log in. */
  function standIns(): void {
    const bin = join(scratch, "bin");
    mkdirSync(bin);
    const buildah = execFileSync("which", ["buildah"], { encoding: "utf8" }).trim();
    const program = (name: string, text: string): void => {
      writeFileSync(join(bin, name), text);
      chmodSync(join(bin, name), 0o755);
    };
    program("docker", '#!/bin/sh\n[ "$1" = login ]\n');
    program(
      "buildah",
      `#!/usr/bin/env bash
set -euo pipefail
case $1 in
  build) exec "${buildah}" build --isolation chroot --pull-never --target prebuilt "\${@:2}" ;;
  push) ;;
  *) exec "${buildah}" "$@" ;;
esac
digest_file=$3 name=$4 layout=${scratch}/layout
"${buildah}" push --quiet "$name" "oci:$layout:image"
node -e '
  const { readFileSync, writeFileSync } = require("node:fs");
  const [file, repository, digestFile] = process.argv.slice(1);
  const index = JSON.parse(readFileSync(file, "utf8"));
  const [manifest] = index.manifests;
  manifest.annotations = { "io.containerd.image.name": repository + "@" + manifest.digest };
  writeFileSync(file, JSON.stringify(index));
  writeFileSync(digestFile, manifest.digest);
' "$layout/index.json" "\${name%:*}" "$digest_file"
tar --create --file "$layout.tar" --directory "$layout" .
"${load}" "$layout.tar"
`,
    );
  }
});
