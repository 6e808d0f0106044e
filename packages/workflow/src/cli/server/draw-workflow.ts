import type { ServerWorkflow, WorkflowsService } from "../../argo/client/index.js";
import { isInteractive, paintFor } from "../terminal.js";
import { describeWorkflow } from "./format/describe-workflow.js";
import type { NodeFilter } from "./format/node-selector.js";
import { plainWatch } from "./plain-watch.js";

/** How often running times are drawn anew, in milliseconds. */
const interval = 1000;

/**
 * Shows a workflow until it has finished: on a terminal what `get` prints, kept up to date; elsewhere a line for each node
 * that begins or ends.
 *
 * @param signal ends it; what was drawn stays on the terminal
 * @param shown which nodes are drawn; all where left out
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
  if (last === undefined) throw new Error(`The watch of ${name} ended without a word.`);
  return last;
}

async function writeChanges(
  changes: AsyncIterable<ServerWorkflow>,
  shown: NodeFilter,
): Promise<ServerWorkflow | undefined> {
  const tell = plainWatch(shown, (line) => console.log(line));
  let last: ServerWorkflow | undefined;
  for await (const workflow of changes) {
    tell(workflow);
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
  // What is higher than the terminal could not be wiped again: its end is what moves.
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
