import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A finished workflow, with the fields that the tests read. */
export interface FinishedWorkflow {
  readonly name: string;
  readonly phase: string;
  readonly nodes: readonly ListedNode[];
  /** Output parameters of the workflow itself. */
  readonly outputs: Readonly<Record<string, string>>;
}

export interface ListedNode {
  readonly name: string;
  readonly displayName: string;
  readonly type: string;
  readonly phase: string;
  readonly message?: string;
  readonly templateName?: string;
  readonly memoizationStatus?: { readonly hit?: boolean };
  readonly inputs?: {
    readonly parameters?: readonly {
      readonly name: string;
      readonly default?: string;
      readonly enum?: readonly string[];
    }[];
  };
  readonly outputs?: {
    readonly exitCode?: string;
    readonly parameters?: readonly { readonly name: string; readonly value: string }[];
    readonly artifacts?: readonly { readonly name: string; readonly s3?: { readonly key: string } }[];
  };
}

/** The real CLI: named by ARGO_CLI, or found on the PATH. */
async function argo(...args: string[]): Promise<string> {
  const { stdout } = await run(process.env.ARGO_CLI ?? "argo", args, { timeout: 60_000, maxBuffer: 1 << 26 });
  return stdout;
}

/** Submits a manifest through the server. */
export async function submit(
  file: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<string> {
  const flags = Object.entries(parameters).flatMap(([name, value]) => ["--parameter", `${name}=${value}`]);
  return (await argo("submit", file, "--output", "name", ...flags)).trim();
}

/** Creates a WorkflowTemplate, after deleting one of the same name that an earlier test left. */
export async function createTemplate(file: string, name: string): Promise<void> {
  await removeKept("template", name);
  await argo("template", "create", file);
}

/** Deletes a WorkflowTemplate or a CronWorkflow, if one of that name exists. */
export async function removeKept(kind: "template" | "cron", name: string): Promise<void> {
  await argo(kind, "delete", name).catch(() => undefined);
}

/** Sets the values that a suspended task asks for, and resumes the workflow. */
export async function resume(
  workflow: string,
  task: string,
  values: Readonly<Record<string, string>>,
  deadline: number,
): Promise<void> {
  const selector = ["--node-field-selector", `displayName=${task}`];
  await until(deadline, `${workflow} to ask for ${task}`, async () => {
    const nodes = await nodesOf(workflow);
    return nodes.some((node) => node.displayName === task && node.phase === "Running") ? true : undefined;
  });
  const flags = Object.entries(values).flatMap(([name, value]) => ["--output-parameter", `${name}=${value}`]);
  await argo("node", "set", workflow, ...flags, ...selector);
  await argo("resume", workflow, ...selector);
}

/** Waits until a workflow has ended. */
export function finished(workflow: string, deadline: number): Promise<FinishedWorkflow> {
  return until(deadline, `${workflow} to end`, async () => {
    const { status } = JSON.parse(await argo("get", workflow, "--output", "json"));
    if (!["Succeeded", "Failed", "Error"].includes(status?.phase)) return undefined;
    const nodes: ListedNode[] = Object.values(status.nodes ?? {});
    const own = nodes.find((node) => node.name === workflow);
    const outputs = own?.outputs?.parameters?.map(({ name, value }) => [name, value]) ?? [];
    return { name: workflow, phase: status.phase, nodes, outputs: Object.fromEntries(outputs) };
  });
}

/** The logs of the pods of a workflow's tasks of one name. */
export async function logsOf(workflow: string): Promise<string> {
  return argo("logs", workflow, "--no-color");
}

async function nodesOf(workflow: string): Promise<ListedNode[]> {
  const { status } = JSON.parse(await argo("get", workflow, "--output", "json"));
  return Object.values(status?.nodes ?? {});
}

async function until<T>(deadline: number, what: string, look: () => Promise<T | undefined>): Promise<T> {
  while (Date.now() < deadline) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(2000);
  }
  throw new Error(`Timed out waiting for ${what}.`);
}
