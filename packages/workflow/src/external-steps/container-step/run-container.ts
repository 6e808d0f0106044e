import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync } from "node:fs";
import { basename, join } from "node:path";
import { UnavailableError } from "../../definition/errors.js";
import { inputsFolder, outputsFolder } from "../../definition/pod-paths.js";
import type { AnyValue, Inputs, Outputs } from "../../definition/port.js";
import { parametersFolder } from "../../definition/port-files.js";
import type { Implementation, StepContext } from "../../definition/step.js";
import { errorOf, findProgram, runLocally } from "../local-process.js";
import { layOutInputs, readOutputs } from "./container-files.js";

/** The exit code of docker and podman if the container did not start. */
const notStarted = 125;

/**
 * Runs a container on this machine with docker or podman. Input artifacts and outputs are folders in the step's scratch
 * directory, mounted at the paths that they have in a pod.
 * @throws {UnavailableError} if neither works on this machine, or the image cannot be started
 */
export async function runContainer(
  name: string,
  container: Implementation & { readonly kind: "container" },
  { inputs, outputs }: { readonly inputs: Inputs; readonly outputs: Outputs },
  values: Readonly<Record<string, unknown>>,
  context: StepContext,
): Promise<Record<string, AnyValue>> {
  const where = `container step ${name}`;
  const runtime = await findRuntime();
  if (runtime === undefined) {
    throw new UnavailableError(
      `${where} needs docker or podman, and neither works on this machine. Install and start one, or run the workflow in the cluster.`,
    );
  }
  const [program = "", ...options] = container.command;
  const scratch = mkdtempSync(join(context.scratch, "container-"));
  const folders = { inputs: join(scratch, "inputs"), outputs: join(scratch, "outputs") };
  mkdirSync(join(folders.outputs, parametersFolder), { recursive: true });
  const texts = await layOutInputs(inputs, values, folders.inputs);
  const containerName = `tiphys-${randomUUID()}`;
  const ending = await runLocally({
    program: runtime,
    args: [
      ...["run", "--rm", "--name", containerName, ...asThisUser(runtime)],
      ...[
        "--volume",
        `${folders.inputs}:${inputsFolder}:ro`,
        "--volume",
        `${folders.outputs}:${outputsFolder}`,
      ],
      ...["--entrypoint", program],
      container.image,
      ...options,
      ...container.args.map((arg) => filledIn(arg, texts)),
    ],
    cwd: scratch,
    env: {},
    cleanUp: [runtime, "rm", "--force", containerName],
    onLine: (line) => context.log(line),
    signal: context.signal,
  });
  if (ending.exitCode === notStarted) {
    throw new UnavailableError(
      [
        `${where}: ${basename(runtime)} could not start the image ${container.image}.`,
        ...ending.complaints,
      ].join("\n"),
    );
  }
  if (ending.exitCode !== 0) throw errorOf("the container", ending);
  return await readOutputs(outputs, folders.outputs);
}

/** Replaces placeholders with the parameters' texts in one pass: a text that looks like a placeholder is not replaced. */
function filledIn(arg: string, texts: ReadonlyMap<string, string>): string {
  return arg.replace(
    /\{\{inputs\.parameters\.([-\w]+)\}\}/g,
    (found, name: string) => texts.get(name) ?? found,
  );
}

/** The path of docker or podman, whichever responds first. */
async function findRuntime(): Promise<string | undefined> {
  const { execFile } = await import("node:child_process");
  for (const name of ["docker", "podman"]) {
    const program = findProgram([name]);
    if (program === undefined) continue;
    // Without its daemon docker prints a version, but ends with exit code 1.
    const answers = await new Promise<boolean>((resolve) => {
      execFile(program, ["version"], { timeout: 10_000 }, (error) => resolve(error === null));
    });
    if (answers) return program;
  }
  return undefined;
}

/** Options that run the container as this user, so that this user can read and remove the files that it writes. */
function asThisUser(runtime: string): readonly string[] {
  const user = process.getuid?.();
  const group = process.getgid?.();
  if (user === undefined || group === undefined) return [];
  const rootless = basename(runtime) === "podman" && user !== 0;
  return [
    "--security-opt",
    "label=disable",
    ...(rootless ? ["--userns=keep-id"] : ["--user", `${user}:${group}`]),
  ];
}
