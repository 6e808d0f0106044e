import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { submissionAnnotation } from "../../packages/workflow/src/argo/client/create-once.js";
import { fieldsOf } from "../../packages/workflow/src/argo/client/requests.js";
import { type Listening, listening } from "./listening.js";
import { type RecordedAnswer, type RecordedWorkflow, type Recording, readBody } from "./recording.js";
import { ReplayedWorkflow } from "./replayed-workflow.js";
import {
  answerKey,
  asked,
  eventsPath,
  followedLogs,
  isCreation,
  isResubmission,
  workflowPath,
} from "./requests.js";

export interface Replay {
  readonly port: number;
  /** Is unreachable for two seconds, like a restarting server. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Number of characters that Argo appends to a generated name. */
const suffix = 5;

/**
 * Replays the answers of a real server. Workflows have the names of the current requests. Logs that were not recorded are
 * empty.
 */
export async function replay(recording: Recording, token: string): Promise<Replay> {
  const workflows = new Map<string, ReplayedWorkflow>();
  /** Texts of the recording and their replacements, of equal length. */
  const renamed: [string, string][] = [];
  const waiting = recording.workflows.filter(({ submission }) => submission !== undefined);
  /** Answers that were not replayed yet. */
  const rest = new Map<string, readonly RecordedAnswer[]>();

  const toNow = (text: string): string =>
    renamed.reduce((all, [then, now]) => all.replaceAll(then, now), text);
  const toThen = (text: string): string =>
    renamed.reduce((all, [then, now]) => all.replaceAll(now, then), text);

  function json(response: ServerResponse, body: unknown): void {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(toNow(JSON.stringify(body)));
  }

  /** The next recorded workflow that was created from the same one. */
  function taken(name: string): RecordedWorkflow | undefined {
    const at = waiting.findIndex((each) => each.name.slice(0, -suffix) === name.slice(0, -suffix));
    return at < 0 ? undefined : waiting.splice(at, 1)[0];
  }

  function begin(recorded: RecordedWorkflow): ReplayedWorkflow {
    const workflow = new ReplayedWorkflow(recorded);
    workflows.set(recorded.name, workflow);
    return workflow;
  }

  function create(response: ServerResponse, body: string): void {
    const { workflow, submitOptions } = fieldsOf(JSON.parse(body));
    const name = String(fieldsOf(fieldsOf(workflow).metadata).name ?? fieldsOf(submitOptions).name);
    const isTaken = renamed.some(([, now]) => now === name);
    const recorded = isTaken ? undefined : taken(name);
    if (recorded === undefined) {
      refuse(
        response,
        isTaken ? 409 : 501,
        isTaken ? `"${name}" already exists` : `${name} was not recorded`,
      );
      return;
    }
    renamed.push([recorded.name, name]);
    if (recorded.submission !== undefined) renamed.push([recorded.submission, submissionIn(body)]);
    if (asked(toThen(body)) === recorded.asked) json(response, begin(recorded).state);
    else refuse(response, 501, `${recorded.name} was recorded as ${recorded.asked}`);
  }

  function stream(response: ServerResponse, workflow: ReplayedWorkflow): void {
    response.writeHead(200, { "content-type": "text/event-stream" });
    const stop = workflow.watch((object) => {
      response.write(`data: ${toNow(JSON.stringify({ result: { type: "MODIFIED", object } }))} \n\n\n`);
    });
    response.on("close", stop);
  }

  /** The log up to the broken connection; all of it once the workflow has ended. */
  function logs(response: ServerResponse, workflow: ReplayedWorkflow, key: string): void {
    const [first, last = first] = recording.answers[key] ?? [];
    response.writeHead(200, { "content-type": "text/event-stream" });
    if (workflow.isOver) {
      response.end(toNow(last?.text ?? ""));
      return;
    }
    response.write(toNow(first?.text ?? ""));
    const stop = workflow.watch(() => {
      if (workflow.isOver) response.end();
    });
    response.on("close", stop);
  }

  function kept(response: ServerResponse, key: string): void {
    const [answer, ...later] = rest.get(key) ?? recording.answers[key] ?? (isLog(key) ? [noLines] : []);
    if (answer === undefined) {
      refuse(response, 501, `${key} was not recorded`);
      return;
    }
    if (later.length > 0) rest.set(key, later);
    response.writeHead(answer.status, { "content-type": answer.type });
    response.end(answer.body === undefined ? toNow(answer.text ?? "") : readBody(answer.body));
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", headers } = request;
    const path = toThen(request.url ?? "");
    let body = "";
    for await (const part of request.setEncoding("utf8")) body += part;
    body = toThen(body);
    const isOwn = headers.authorization === token;
    const key = answerKey(method, path, body, isOwn);
    const followed = followedLogs(path);
    const {
      namespace = recording.namespace,
      name = eventsPath(path) ?? followed,
      action,
    } = workflowPath(path) ?? {};
    const isThere = isOwn && namespace === recording.namespace && name !== undefined;
    const workflow = isThere ? workflows.get(name) : undefined;
    if (isOwn && isCreation(method, path)) create(response, body);
    else if (workflow === undefined || method === "DELETE" || isResubmission(method, path))
      kept(response, key);
    else if (followed !== undefined) logs(response, workflow, key);
    else if (eventsPath(path) !== undefined) stream(response, workflow);
    else if (action === undefined || workflow.act(`${action} ${asked(body)}`)) json(response, workflow.state);
    else refuse(response, 501, `${action} ${body} was not recorded at this point`);
  }

  // Workflows named by the server keep their recorded names.
  for (const each of recording.workflows) if (each.submission === undefined) begin(each);
  const start = (at?: number): Promise<Listening> =>
    listening(
      createServer((request, response) => {
        answer(request, response).catch(() => response.destroy());
      }),
      at,
    );
  let server = await start();
  const { port } = server;
  return {
    port,
    async restart() {
      await server.close();
      await sleep(2000);
      server = await start(port);
    },
    async close() {
      for (const workflow of workflows.values()) workflow.stop();
      await server.close();
    },
  };
}

/** What a server answers if the pods of a workflow are gone. */
const noLines: RecordedAnswer = { status: 200, type: "text/event-stream", text: "" };

function isLog(key: string): boolean {
  return /^GET \/api\/v1\/workflows\/[^/]+\/[^/]+\/log\?/.test(key);
}

/** Refuses like the server, with a gRPC code in the text. */
function refuse(response: ServerResponse, status: 409 | 501, message: string): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ code: status === 409 ? 6 : 12, message }));
}

/** The mark of a submission, wherever it is in the request. */
function submissionIn(body: string): string {
  return new RegExp(`${submissionAnnotation}"?[:=]"?([\\w-]+)`).exec(body)?.[1] ?? "";
}
