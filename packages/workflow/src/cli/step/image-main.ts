/**
 * What the image starts. A pod's call of a step that has a program of its own runs that and loads nothing else; any
 * other command starts the whole program. `compile` loads every step's program once, so that Node keeps what it compiled.
 */
import { existsSync } from "node:fs";
import { podCallOf } from "./pod-call.js";
import type { StepProgram } from "./step-program.js";

/** Names of the steps that have a program of their own; the build puts them here. */
declare const stepPrograms: readonly string[];

const program: string = "./program/main.js";
const cache = `${__dirname}/compile-cache`;
if (existsSync(cache)) {
  // Node 22.8 and newer. One that may not write there, or is another than the image was made with, just compiles.
  const { enableCompileCache }: { enableCompileCache?(directory: string): unknown } = require("node:module");
  enableCompileCache?.(cache);
}

const args = process.argv.slice(2);
const call = podCallOf(args);
if (call !== undefined && stepPrograms.includes(call.name)) void load(call.name).run(call);
else if (args.length === 1 && args[0] === "compile") stepPrograms.forEach(load);
else void import(program);

function load(step: string): StepProgram {
  return require(`${__dirname}/steps/${step}/main.js`);
}
