import { isInteractive, paintFor } from "@tiphys/argo-lint/terminal";
import type { ServerWorkflow, WorkflowsService } from "../../../argo/client/index.js";
import { describeWorkflow } from "../get/describe-workflow.js";
import type { NodeFilter } from "../node-selector.js";
import { plainWatch } from "./plain-watch.js";

/** How often running times are redrawn, in milliseconds. */
const interval = 1000;

/**
 * Shows a workflow until it has finished: on a terminal the output of `get`, kept up to date; elsewhere a line for each node
 * that starts or ends.
 *
 * @param signal stops watching; the last drawing stays on the terminal
 * @param shown which nodes are shown; default: all
 * @returns the finished workflow
 */
export async function drawWorkflow(
  service: WorkflowsService,
  name: string,
  signal: AbortSignal,
  shown: NodeFilter = () => true,
): Promise<ServerWorkflow> {
  const changes = service.watchWorkflow(name, signal);
  const last = isInteractive(process.stdout)
    ? await drawLive(changes, shown, process.stdout)
    : await writeChanges(changes, shown);
  if (last === undefined) throw new Error(`The watch of ${name} ended without a state.`);
  return last;
}

async function writeChanges(
  changes: AsyncIterable<ServerWorkflow>,
  shown: NodeFilter,
): Promise<ServerWorkflow | undefined> {
  const report = plainWatch(shown, (line) => console.log(line));
  let last: ServerWorkflow | undefined;
  for await (const workflow of changes) {
    report(workflow);
    last = workflow;
  }
  return last;
}

async function drawLive(
  changes: AsyncIterable<ServerWorkflow>,
  shown: NodeFilter,
  stream: NodeJS.WriteStream,
): Promise<ServerWorkflow | undefined> {
  const { createLogUpdate } = await import("log-update");
  const area = createLogUpdate(stream);
  const paint = paintFor(stream);
  let last: ServerWorkflow | undefined;
  const text = (): string =>
    last === undefined
      ? ""
      : describeWorkflow(last, { now: Date.now(), utf8: true, paint, detail: "normal", shown })
          .replace(/ +$/gm, "")
          .trimEnd();
  // Text higher than the terminal could not be erased, so only its end is drawn, where changes happen.
  const draw = (): void =>
    area(
      text()
        .split("\n")
        .slice(-Math.max(1, stream.rows - 1))
        .join("\n"),
    );
  const timer = setInterval(draw, interval);
  try {
    for await (const workflow of changes) {
      last = workflow;
      draw();
    }
    area.clear();
    stream.write(`${text()}\n`);
  } finally {
    clearInterval(timer);
    area.done();
  }
  return last;
}
