import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeAbandoned } from "../../files/remove-abandoned.js";
import { tempSibling } from "../../files/temp-name.js";
import type { StepExecutor } from "./executor.js";
import { layOutArtifacts, writeParametersFile } from "./pod-files.js";
import { ProcessGroups } from "./process-groups.js";
import { runPodProcess } from "./run-pod-process.js";
import type { Program } from "./worker-pool.js";

/**
 * Runs each step in a separate process, started as in a pod: `step NAME PARAMS_FILE`, with input artifacts in a directory
 * under their names, progress in a file, and the outcome as an exit code.
 */
export function processPerStepExecutor(program: Program): StepExecutor {
  const groups = new ProcessGroups();
  let cleaned: Promise<void> | undefined;
  return {
    async execute(step, job, listener, signal) {
      if (signal.aborted) return { kind: "lost", message: "stopped" };
      // Temporary folders of runs that were killed.
      cleaned ??= removeAbandoned(tmpdir());
      await cleaned;
      const pod = tempSibling(join(tmpdir(), "tiphys-pod"));
      mkdirSync(pod, { mode: 0o700 });
      const [parameters, inputs] = [join(pod, "parameters.json"), join(pod, "inputs")];
      const progressFile = join(pod, "progress");
      const call = ["step", step.name, parameters, "--inputs", inputs, "--outputs", job.outputs];
      const env = {
        ...process.env,
        ARGO_PROGRESS_FILE: progressFile,
        STEP_RETRIES: String(job.attempt - 1),
        NO_COLOR: "1",
      };
      try {
        writeParametersFile(parameters, job);
        layOutArtifacts(inputs, job, (from, to) => symlinkSync(from, to));
        return await runPodProcess(
          {
            step: step.name,
            command: [process.execPath, ...process.execArgv, program.script, ...call],
            env,
            progressFile,
          },
          groups,
          listener,
          signal,
        );
      } finally {
        rmSync(pod, { recursive: true, force: true });
      }
    },
    async close() {
      groups.close();
    },
  };
}
