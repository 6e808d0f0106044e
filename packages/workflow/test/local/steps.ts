import { writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import {
  artifact,
  artifactList,
  ContractError,
  defineStep,
  optional,
  parameter,
  text,
} from "../../src/index.js";

/** Outputs a number, as a parameter and as a file. */
export const give = defineStep({
  name: "give",
  inputs: { n: parameter(z.number(), 1) },
  outputs: { n: parameter(z.number()), file: artifact(text) },
  run: ({ n }) => ({ n, file: `${n}` }),
});

/** Adds its inputs, from parameters and from files. */
export const add = defineStep({
  name: "add",
  inputs: { n: parameter(z.number(), 0), m: parameter(z.number(), 0), file: optional(artifact(text)) },
  outputs: { n: parameter(z.number()), file: artifact(text) },
  run: ({ n, m, file }) => ({ n: n + m + Number(file ?? 0), file: `${n + m + Number(file ?? 0)}` }),
});

export const flip = defineStep({
  name: "flip",
  inputs: { side: parameter(z.enum(["heads", "tails"]), "heads") },
  outputs: { side: parameter(z.enum(["heads", "tails"])) },
  run: ({ side }) => ({ side }),
});

/** Sums a list of files and a list of numbers. */
export const sum = defineStep({
  name: "sum",
  inputs: { files: artifactList(text), ns: parameter(z.array(z.number()), []) },
  outputs: { text: parameter(z.string()), n: parameter(z.number()) },
  run: ({ files, ns }) => ({ text: files.join(","), n: ns.reduce((a, b) => a + b, 0) }),
});

/** Waits for some time. */
export const wait = defineStep({
  name: "wait",
  inputs: { milliseconds: parameter(z.number(), 50), n: parameter(z.number(), 0) },
  outputs: { n: parameter(z.number()) },
  async run({ milliseconds, n }, { signal }) {
    await sleep(milliseconds, undefined, { signal });
    return { n };
  },
});

/** Fails in the way that its inputs say. Records each attempt in a file. */
export const fail = defineStep({
  name: "fail",
  inputs: {
    kind: parameter(z.enum(["error", "contract"]), "error"),
    notes: parameter(z.string(), ""),
    /** The first attempt that succeeds. Default: none. */
    until: parameter(z.int(), 1000),
  },
  outputs: { attempt: parameter(z.int()), file: artifact(text) },
  run({ kind, notes, until }, { attempt }) {
    if (notes !== "") writeFileSync(notes, `${attempt} ${Date.now()}\n`, { flag: "a" });
    if (attempt >= until) return { attempt, file: "" };
    if (kind === "contract") throw new ContractError("never fits");
    throw new Error(`attempt ${attempt} broke`);
  },
});
