/**
 * The image's entrypoint. If a pod calls a step that has its own program, only that program is loaded; a pod of several steps
 * calls this file again for each of them; any other command starts the whole program. `compile` loads every step's program once, to fill Node's compile cache.
 */
import { existsSync } from "node:fs";
import { addOutputDigests } from "./add-output-digests.js";
import { podCallOf, sharedPodCallOf } from "./pod-call.js";
import type { StepProgram } from "./step-program.js";

/** Names of the steps that have their own program; defined by the build. */
declare const stepPrograms: readonly string[];

const program: string = "./program/main.js";
const cache = `${__dirname}/compile-cache`;
if (existsSync(cache)) {
  // Node 22.8 and newer. Without write permission, or in another version of Node than at build time, the cache is not used.
  const { enableCompileCache }: { enableCompileCache?(directory: string): unknown } = require("node:module");
  enableCompileCache?.(cache);
}

const args = process.argv.slice(2);
const call = podCallOf(args);
const sharedPod = sharedPodCallOf(args);
if (sharedPod !== undefined) void import("../pod/run-pod.js").then(({ runPod }) => runPod(sharedPod));
else if (call !== undefined && stepPrograms.includes(call.name))
  void load(call.name)
    .run(call)
    .then(() => addOutputDigests(call));
else if (args.length === 1 && args[0] === "compile") stepPrograms.forEach(load);
else void import(program);

function load(step: string): StepProgram {
  return require(`${__dirname}/steps/${step}/main.js`);
}
