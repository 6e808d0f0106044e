import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { eventStream } from "./event-stream.js";
import type { Http } from "./http.js";
import { RetryDeadline } from "./retry-deadline.js";
import { isTransient, ServerError } from "./server-error.js";
import { isFinished, type ServerWorkflow, workflowSchema } from "./workflow.js";

const eventSchema = z.looseObject({ type: z.string().optional(), object: z.unknown() });

const longestPause = 10_000;

/**
 * A workflow each time that it changes, beginning with how it is now, until it has finished. A stream that ends or breaks is
 * begun again, and the workflow read once more, so that nothing is missed that still matters.
 *
 * @param name or `@latest`: the one that is the youngest now, and none that comes later
 * @throws {ServerError} where the workflow is not there, was deleted, or the token is refused
 * @throws {UnreachableError} where the server stays away for five minutes
 */
export async function* watchWorkflow(
  http: Http,
  namespace: string,
  name: string,
  signal?: AbortSignal,
): AsyncGenerator<ServerWorkflow> {
  let seen: ServerWorkflow | undefined;
  const patience = new RetryDeadline();
  let pause = 500;
  const isNew = (now: ServerWorkflow): boolean => {
    patience.renew();
    if (seen !== undefined && now.metadata.uid !== seen.metadata.uid) throw deleted(seen.metadata.name);
    const changed = seen?.metadata.resourceVersion !== now.metadata.resourceVersion;
    seen = now;
    return changed || now.metadata.resourceVersion === undefined;
  };
  for (;;) {
    try {
      const now = await readWorkflow(http, namespace, seen?.metadata.name ?? name, signal);
      if (isNew(now)) yield now;
      if (isFinished(now)) return;
      for await (const workflow of changes(http, namespace, now.metadata.name, signal)) {
        pause = 500;
        if (isNew(workflow)) yield workflow;
        if (isFinished(workflow)) return;
      }
    } catch (error) {
      if (signal?.aborted || !isTransient(error) || patience.isOver()) throw error;
    }
    await sleep(pause, undefined, { signal });
    pause = Math.min(pause * 2, longestPause);
  }
}

/** How a workflow is now. */
export async function readWorkflow(
  http: Http,
  namespace: string,
  name: string,
  signal?: AbortSignal,
): Promise<ServerWorkflow> {
  const what = `The workflow ${name} cannot be watched`;
  const answer = await http.json({
    method: "GET",
    path: `/api/v1/workflows/${encodeURIComponent(namespace)}/${encodeURIComponent(name)}`,
    what,
    ...(signal === undefined ? {} : { signal }),
  });
  const { data, error } = workflowSchema.safeParse(answer);
  if (data !== undefined) return data;
  throw http.faults.notArgo(what, `It answered with no workflow: ${z.prettifyError(error)}.`, 200);
}

/**
 * What the server tells of changes. No resource version is named: the first event is how the workflow is now, and that of a
 * workflow which has long been waiting would be too old for the server.
 */
async function* changes(
  http: Http,
  namespace: string,
  name: string,
  signal?: AbortSignal,
): AsyncGenerator<ServerWorkflow> {
  const messages = eventStream(http, {
    path: `/api/v1/workflow-events/${encodeURIComponent(namespace)}`,
    query: { "listOptions.fieldSelector": `metadata.name=${name}` },
    what: `The workflow ${name} cannot be watched`,
    ...(signal === undefined ? {} : { signal }),
  });
  for await (const message of messages) {
    const event = eventSchema.safeParse(message);
    if (event.data?.type === "DELETED") throw deleted(name);
    const workflow = workflowSchema.safeParse(event.data?.object);
    if (workflow.data?.metadata.name === name) yield workflow.data;
  }
}

function deleted(name: string): ServerError {
  return new ServerError(`The workflow ${name} was deleted.`, "not-found", 404);
}
