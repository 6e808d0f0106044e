import { spawnSync } from "node:child_process";
import { constants, cpSync, mkdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inputsFolder, outputsFolder } from "../../definition/pod-paths.js";
import { publishOutputs } from "../../execution/write-outputs.js";
import { removeAbandoned, removeAbandonedSync } from "../../files/remove-abandoned.js";
import { tempSibling } from "../../files/temp-name.js";
import type { StepExecutor } from "../../local/executors/executor.js";
import { layOutArtifacts, writeParametersFile } from "../../local/executors/pod-files.js";
import { ProcessGroups } from "../../local/executors/process-groups.js";
import { runPodProcess } from "../../local/executors/run-pod-process.js";
import { engineFolder } from "../project/engine-folder.js";
import { type ContainerTool, findContainerTool } from "./container-tool.js";

/**
 * Runs each step in a container of an image that `tiphys image` built, as a pod would: `node /app/main.js step NAME
 * PARAMS_FILE`, with copies of the input artifacts.
 * @param others runs the steps that have an image of their own
 * @throws {UnavailableError} if no container tool works on this machine
 */
export function containerPerStepExecutor(image: string, others: StepExecutor): StepExecutor {
  const tool = findContainerTool();
  const script = join(engineFolder(), "assets", "pod.sh");
  const groups = new ProcessGroups();
  // The script compares paths with its working directory, which has no links.
  const temp = realpathSync(tmpdir());
  let cleaned: Promise<void> | undefined;
  let containers = 0;
  return {
    image,
    async execute(step, job, listener, signal) {
      if (step.implementation !== undefined) return others.execute(step, job, listener, signal);
      if (signal.aborted) return { kind: "lost", message: "stopped" };
      // Temporary folders of runs that were killed.
      cleaned ??= removeAbandoned(temp);
      await cleaned;
      const pod = tempSibling(join(temp, "tiphys-pod"));
      const container = `tiphys-${process.pid}-${++containers}`;
      mkdirSync(pod, { mode: 0o700 });
      try {
        const parameters = join(pod, "script");
        writeParametersFile(parameters, job);
        layOutArtifacts(join(pod, inputsFolder), job, copy);
        const call = ["node", "/app/main.js", "step", step.name, parameters];
        // Options for the Node of this machine are not for the container's.
        const { NODE_OPTIONS: _ofThisNode, ...environment } = process.env;
        const outcome = await runPodProcess(
          {
            step: step.name,
            command: ["bash", script, tool, image, ...call],
            cwd: pod,
            env: { ...environment, CONTAINER_NAME: container, STEP_RETRIES: String(job.attempt - 1) },
            progressFile: join(pod, "run", "progress"),
          },
          groups,
          listener,
          signal,
        );
        if (outcome.kind === "lost") removeContainer(tool, container);
        if (outcome.kind === "succeeded" && !signal.aborted)
          takeOutputs(join(pod, outputsFolder), job.outputs);
        return outcome;
      } finally {
        rmSync(pod, { recursive: true, force: true });
      }
    },
    async close() {
      groups.close();
      await others.close();
    },
  };
}

function copy(from: string, to: string): void {
  cpSync(from, to, { recursive: true, dereference: true, mode: constants.COPYFILE_FICLONE });
}

/** Copies the outputs, which may be on another disk, and only then shows them under their names. */
function takeOutputs(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  removeAbandonedSync(to);
  const staging = tempSibling(join(to, "staging"));
  try {
    copy(from, staging);
    publishOutputs(staging, to);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Ends a container whose client was killed. */
function removeContainer(tool: ContainerTool, container: string): void {
  if (tool === "buildah") spawnSync(tool, ["umount", container], { stdio: "ignore", timeout: 20_000 });
  const remove = tool === "buildah" ? ["rm", container] : ["rm", "--force", container];
  spawnSync(tool, remove, { stdio: "ignore", timeout: 20_000 });
}
