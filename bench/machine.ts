import { spawnSync } from "node:child_process";
import { cpus, totalmem } from "node:os";
import type { Python } from "./python-environment.js";

/** The machine and the versions, as a sentence. */
export function describeMachine(python: Python | undefined): string {
  const [first] = cpus();
  const machine = `${cpus().length} × ${first?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GB of memory`;
  return `${[machine, `Node ${process.version}`, ...(python === undefined ? [] : versionsOf(python))].join("; ")}.`;
}

function versionsOf(python: Python): string[] {
  const [program, ...args] = python("versions.py");
  const { stdout } = spawnSync(program, args, { encoding: "utf8" });
  return stdout.trim().split("\n");
}
