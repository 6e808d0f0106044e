import { createHash } from "node:crypto";
import type { TaskValue, TaskValues } from "../task-value.js";

/** All that a task's outputs depend on. */
export interface KeyParts {
  /** The step's name: several steps may share their code. */
  readonly step: string;
  /** SHA-256 of the step's code. */
  readonly code: string;
  readonly inputs: TaskValues;
  /** The version of Node, of which the first number counts, as in `process.version`. */
  readonly node: string;
  /** As in `linux-x64`: the last digits of some functions of Math differ between processors. */
  readonly platform: string;
}

/** SHA-256 of what a task's outputs depend on. Tasks with equal keys have equal outputs, if their step is pure. */
export function taskKey({ step, code, inputs, node, platform }: KeyParts): string {
  const values = Object.entries(inputs)
    .flatMap(([name, value]) => (value === undefined ? [] : [[name, ...contentOf(value)]]))
    .sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  return sha256Of({ formatVersion: 1, step, code, node: nodeMajor(node), platform, values });
}

/** The part of Node's version on which outputs may depend: `v20.19.5` and `v20.20.0` give the same bytes. */
export function nodeMajor(version: string): string {
  return /^v?(\d+)/.exec(version)?.[1] ?? version;
}

/** SHA-256 of a value's JSON text. */
export function sha256Of(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

function contentOf(value: TaskValue): string[] {
  switch (value.kind) {
    case "parameter":
      return ["parameter", value.text];
    case "artifact":
      return ["artifact", value.artifact.sha256];
    case "list":
      return ["list", ...value.artifacts.map(({ sha256 }) => sha256)];
  }
}
