import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import * as z from "zod";

const root = join(import.meta.dirname, "..", "..");
const folder = join(root, ".github", "workflows");

const stepSchema = z.object({
  name: z.string().optional(),
  id: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).default({}),
  with: z.record(z.string(), z.unknown()).default({}),
});
const jobSchema = z.object({
  needs: z.union([z.string().transform((one) => [one]), z.array(z.string())]).optional(),
  if: z.string().optional(),
  environment: z.string().optional(),
  permissions: z.record(z.string(), z.enum(["read", "write"])),
  "timeout-minutes": z.int(),
  env: z.record(z.string(), z.string()).default({}),
  steps: z.array(stepSchema),
});
const workflowSchema = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  concurrency: z.object({ group: z.string(), "cancel-in-progress": z.union([z.boolean(), z.string()]) }),
  env: z.record(z.string(), z.string()).default({}),
  jobs: z.record(z.string(), jobSchema),
});

export type Workflow = z.output<typeof workflowSchema>;
export type WorkflowStep = z.output<typeof stepSchema>;

/** The workflow files of GitHub Actions, by name. */
export function workflowFiles(): string[] {
  return readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
}

export function workflowText(name: string): string {
  return readFileSync(join(folder, name), "utf8");
}

/** A workflow of GitHub Actions. @throws {Error} if a job lacks permissions or a time-out */
export function readWorkflow(name: string): Workflow {
  return workflowSchema.parse(parse(workflowText(name)));
}
