import type { Project } from "./project/project.js";

/**
 * Runs the command in the process's arguments and sets the exit code: 0 succeeded, 1 failed, 2 wrong usage, 3 incomplete,
 * 75 unreachable, 130 interrupted; for `step` the exit codes of a step.
 */
export async function main(project: Project): Promise<void> {
  const [command] = process.argv.slice(2);
  // Workers and pods load only the code that they need.
  if (command === "worker" && process.send !== undefined) {
    const { runWorker } = await import("../local/executors/worker.js");
    return runWorker(project.workflows);
  }
  if (command === "step") {
    const { podCallOf } = await import("./step/pod-call.js");
    const call = podCallOf(process.argv.slice(2));
    if (call !== undefined) {
      const { runPodCall } = await import("./step/run-pod-call.js");
      const { chooseStep } = await import("./project/choose-by-name.js");
      const { addOutputDigests } = await import("./step/add-output-digests.js");
      await runPodCall(call, () => chooseStep(project, call.name));
      return addOutputDigests(call);
    }
  }
  if (command === "pod") {
    const { sharedPodCallOf } = await import("./step/pod-call.js");
    const call = sharedPodCallOf(process.argv.slice(2));
    if (call !== undefined) {
      const { runPod } = await import("./pod/run-pod.js");
      return runPod(call);
    }
  }
  const { runCommandLine } = await import("./command-line.js");
  await runCommandLine(project, process.argv.slice(2));
}
