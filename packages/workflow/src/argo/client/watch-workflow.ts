import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { eventStream } from "./event-stream.js";
import type { Http } from "./http.js";
import { RetryDeadline } from "./retry-deadline.js";
import { isTransient, ServerError } from "./server-error.js";
import { isFinished, type ServerWorkflow, workflowSchema } from "./workflow.js";

const eventSchema = z.looseObject({ type: z.string().optional(), object: z.unknown() });

const maxPause = 10_000;

/**
 * Yields the current state of a workflow and then each change, until it has finished. If the stream ends or is lost, the workflow
 * is read again and a new stream is opened, so the latest state is never missed.
 *
 * @param name a workflow, or `@latest` for the most recent one at the time of the call
 * @throws {ServerError} if the workflow does not exist or was deleted, or the token is rejected
 * @throws {UnreachableError} if the server cannot be reached for five minutes
 */
export async function* watchWorkflow(
  http: Http,
  namespace: string,
  name: string,
  signal?: AbortSignal,
): AsyncGenerator<ServerWorkflow> {
  let seen: ServerWorkflow | undefined;
  const deadline = new RetryDeadline();
  let pause = 500;
  const isNew = (now: ServerWorkflow): boolean => {
    deadline.renew();
    if (seen !== undefined && now.metadata.uid !== seen.metadata.uid) throw deletedError(seen.metadata.name);
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
      if (signal?.aborted || !isTransient(error) || deadline.isOver()) throw error;
    }
    await sleep(pause, undefined, { signal });
    pause = Math.min(pause * 2, maxPause);
  }
}

/** Reads the current state of a workflow. */
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
    ...omitUndefined({ signal }),
  });
  const { data, error } = workflowSchema.safeParse(answer);
  if (data !== undefined) return data;
  throw http.faults.notArgo(what, `It did not answer with a workflow: ${z.prettifyError(error)}.`, 200);
}

/**
 * Yields the changes that the server reports. No resource version is requested: the first event is then the current state, and
 * the version of a workflow that has not changed for long would be too old for the server.
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
    ...omitUndefined({ signal }),
  });
  for await (const message of messages) {
    const event = eventSchema.safeParse(message);
    if (event.data?.type === "DELETED") throw deletedError(name);
    const workflow = workflowSchema.safeParse(event.data?.object);
    if (workflow.data?.metadata.name === name) yield workflow.data;
  }
}

function deletedError(name: string): ServerError {
  return new ServerError(`The workflow ${name} was deleted.`, "not-found", 404);
}
