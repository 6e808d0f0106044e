import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunOptions, type RunRecord, runWorkflow } from "@tiphys/workflow";
import { onTestFinished } from "vitest";
import { examples } from "../../examples/all.js";
import { givenApprovals } from "../../packages/workflow/src/cli/approve/given-approvals.js";

/** Runs an example in this process, with its answers; its files are removed after the test. */
export async function runExample(
  name: string,
  set: NonNullable<RunOptions["set"]> = {},
  approvals = exampleOf(name).approvals ?? [],
): Promise<RunRecord> {
  const runs = await temporaryFolder();
  const approver = givenApprovals(approvals, async () => undefined);
  return runWorkflow(exampleOf(name).workflow, { runs, set, approver });
}

/** A new directory, which is removed after the test. */
async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "examples-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function exampleOf(name: string): (typeof examples)[number] {
  const example = examples.find((one) => one.name === name);
  if (example === undefined) throw new Error(`There is no example ${name}.`);
  return example;
}
