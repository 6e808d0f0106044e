import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, posix } from "node:path";
import { getObject, putObject } from "./bucket.js";
import { expandVariables } from "./expand-variables.js";
import type { Artifact, Script, Template } from "./manifest.js";
import type { NodeResult, Outputs } from "./node.js";
import type { Play } from "./play.js";
import { podNameOf } from "./pod-name.js";
import { runProcess } from "./run-process.js";

/** The folder of a pod in a manifest's paths; each played pod has a folder of its own instead. */
const podFolder = "/tmp/argo";

/** Runs a script template as a process: writes its inputs before, and reads its outputs after. */
export async function runScriptPod(
  play: Play,
  nodeName: string,
  template: Template,
  readsResult: boolean,
): Promise<NodeResult> {
  const pod = podNameOf(play, nodeName, template.name);
  const folder = join(play.scratch, pod);
  mkdirSync(join(folder, podFolder), { recursive: true });
  for (const artifact of template.inputs.artifacts) loadArtifact(play, folder, artifact);
  const { script, activeDeadlineSeconds } = template;
  if (script === undefined) throw new Error(`template ${template.name} is no script`);
  const file = join(folder, "script");
  // The pod receives the template in an environment variable.
  writeFileSync(file, expandVariables(script.source, new Map([["ARGO_NODE_ID", pod]])));
  const [command, ...args] = commandOf(play, script, folder, file);
  const deadline = Math.min(play.deadline, (activeDeadlineSeconds ?? Number.POSITIVE_INFINITY) * 1000);
  const ended = await play.onProcessor(() =>
    runProcess(command ?? "", args, { cwd: folder, env: environmentOf(script, folder), deadline }),
  );
  writeFileSync(join(folder, "log"), `${ended.stdout}${ended.stderr}`);
  if (ended.exitCode !== 0) {
    const message = `Error (exit code ${ended.exitCode}): ${ended.stderr.trim().split("\n").at(-1) ?? ""}`;
    return { phase: "Failed", exitCode: ended.exitCode, message };
  }
  return {
    phase: "Succeeded",
    exitCode: 0,
    outputs: takeOutputs(play, pod, folder, template, readsResult, ended.stdout),
  };
}

function loadArtifact(play: Play, folder: string, { name, path, s3, optional, archive }: Artifact): void {
  const target = within(folder, path ?? "");
  if (s3?.key === undefined) {
    if (optional === true) return;
    throw new Error(`required artifact '${name}' not supplied`);
  }
  if (archive !== undefined && archive.none === undefined)
    throw new Error(`artifact ${name} is packed: not played`);
  if (!getObject(play.bucket, s3.key, target) && optional !== true)
    throw new Error(`artifact ${name} failed to load: there is no key ${s3.key}`);
}

function takeOutputs(
  play: Play,
  pod: string,
  folder: string,
  template: Template,
  readsResult: boolean,
  stdout: string,
): Outputs {
  const parameters = template.outputs.parameters.map(({ name, valueFrom }): [string, string] => {
    const path = within(folder, valueFrom?.path ?? "");
    if (valueFrom?.path !== undefined && existsSync(path)) return [name, trimmed(readFileSync(path, "utf8"))];
    if (valueFrom?.default !== undefined) return [name, valueFrom.default];
    throw new Error(`output parameter ${name}: there is no file ${valueFrom?.path}`);
  });
  const artifacts = new Map<string, Artifact>();
  for (const artifact of template.outputs.artifacts) {
    const { name, path = "", s3, optional, archive } = artifact;
    if (!existsSync(within(folder, path))) {
      if (optional === true) continue;
      throw new Error(`output artifact ${name}: there is no file ${path}`);
    }
    if (archive?.none === undefined) throw new Error(`artifact ${name} is to be packed: not played`);
    const key = s3?.key ?? posix.join(play.workflowName, pod, basename(path));
    putObject(play.bucket, key, within(folder, path));
    artifacts.set(name, { ...artifact, s3: { ...s3, key } });
  }
  const result = readsResult ? { result: trimmed(lastBytes(stdout)) } : {};
  return { parameters: new Map(parameters), artifacts, ...result };
}

function within(folder: string, path: string): string {
  if (path.startsWith(`${podFolder}/`)) return join(folder, path);
  throw new Error(`the path ${path} is not below ${podFolder}: not played`);
}

/** The project's program receives its folders as options, because all played pods share /tmp/argo. */
function commandOf(play: Play, script: Script, folder: string, file: string): string[] {
  const [name, program, ...args] = script.command;
  if (name === "node" && program === "/app/main.js") {
    const at = join(folder, podFolder);
    return [...play.program, ...args, file, "--inputs", join(at, "inputs"), "--outputs", join(at, "outputs")];
  }
  const interpreters: Readonly<Record<string, string>> = {
    node: process.execPath,
    sh: "sh",
    bash: "bash",
    python: "python3",
    python3: "python3",
  };
  const interpreter = interpreters[name ?? ""];
  if (interpreter === undefined) throw new Error(`the command ${script.command.join(" ")} is not played`);
  return [interpreter, ...script.command.slice(1), file];
}

function environmentOf(script: Script, folder: string): Record<string, string> {
  const given = new Map<string, string>();
  for (const { name, value } of script.env) {
    if (value === undefined)
      throw new Error(`environment variable ${name} comes from the cluster: not played`);
    given.set(name, expandVariables(value, given));
  }
  return {
    PATH: process.env.PATH ?? "",
    ARGO_PROGRESS_FILE: join(folder, "progress"),
    ...Object.fromEntries(given),
  };
}

/** Removes one line feed at the end, of parameters and of the output of a script. */
function trimmed(text: string): string {
  return text.replace(/\n$/, "");
}

/** Argo keeps the last 256 KiB. */
function lastBytes(text: string): string {
  return Buffer.from(text)
    .subarray(-256 * 1024)
    .toString("utf8");
}
