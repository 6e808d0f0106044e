import { createServer, type IncomingMessage, request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { submissionAnnotation } from "../../packages/workflow/src/argo/client/create-once.js";
import { fieldsOf } from "../../packages/workflow/src/argo/client/requests.js";
import { listening } from "./listening.js";
import {
  bodyName,
  type Moment,
  type RecordedAnswer,
  type RecordedWorkflow,
  type Recording,
  writeRecording,
} from "./recording.js";
import { answerKey, asked, eventsPath, isCreation, isResubmission, workflowPath } from "./requests.js";
import { thinned, withoutBulk } from "./timeline.js";

export interface Recorder {
  readonly port: number;
  /** Writes the recording. */
  close(): Promise<void>;
}

/** The server to record, and the secrets that no file may contain. */
export interface Recorded {
  readonly baseUrl: string;
  readonly token: string;
  readonly secrets: readonly string[];
  readonly about: Pick<Recording, "namespace" | "image" | "id">;
}

/** A proxy that records the answers of a real server. */
export async function record({ baseUrl, token, secrets, about }: Recorded): Promise<Recorder> {
  const workflows = new Map<string, RecordedWorkflow & { readonly moments: Moment[] }>();
  const answers: Recording["answers"] = {};
  const bodies = new Map<string, Buffer>();
  let argo = "";

  function noteMoment(workflow: unknown, after?: string): void {
    const { name } = fieldsOf(fieldsOf(workflow).metadata);
    const known = workflows.get(String(name));
    const state = fieldsOf(withoutBulk(workflow));
    known?.moments.push({ ...(after === undefined ? {} : { after }), workflow: state });
  }

  /** @param isNamed whether the request set its name; else it has the mark of the workflow that it was created from */
  function noteCreated(workflow: unknown, isNamed: boolean, sent: string): void {
    const { name, annotations } = fieldsOf(fieldsOf(workflow).metadata);
    const submission = String(fieldsOf(annotations)[submissionAnnotation]);
    workflows.set(String(name), {
      name: String(name),
      ...(isNamed ? { submission } : {}),
      asked: asked(sent),
      moments: [],
    });
    noteMoment(workflow);
  }

  function noteAnswer(key: string, { statusCode: status = 0, headers }: IncomingMessage, body: Buffer): void {
    const type = headers["content-type"] ?? "";
    const answer = { status, type, ...content(key, type, body) };
    answers[key] = [...(answers[key] ?? []), answer];
  }

  function content(key: string, type: string, body: Buffer): Pick<RecordedAnswer, "text" | "body"> {
    const isApi = key.includes(" /api/");
    if (isApi && type.includes("json"))
      return { text: JSON.stringify(withoutBulk(JSON.parse(String(body)))) };
    if (isApi || type.startsWith("text/html")) return { text: String(body) };
    const name = bodyName(body);
    bodies.set(name, body);
    return { body: name };
  }

  function note(request: IncomingMessage, sent: string, response: IncomingMessage, body: Buffer): void {
    const { method = "GET", url: path = "", headers } = request;
    const isOwn = headers.authorization === token;
    const isWell = response.statusCode === 200 && isOwn;
    const { name, action } = workflowPath(path) ?? {};
    const read = (): unknown => JSON.parse(String(body));
    if (path === "/api/v1/version") argo = String(fieldsOf(read()).version).replace(/\+.*/, "");
    if (isWell && eventsPath(path) !== undefined) {
      for (const { result } of events(String(body))) noteMoment(fieldsOf(result).object);
      return;
    }
    const isState = name !== undefined && (method === "GET" ? action === undefined : method === "PUT");
    const isNamed = isCreation(method, path);
    if (isWell && (isNamed || isResubmission(method, path))) noteCreated(read(), isNamed, sent);
    else if (isWell && isState)
      noteMoment(read(), action === undefined ? undefined : `${action} ${asked(sent)}`);
    if (!isWell || isResubmission(method, path) || (!isState && !isNamed))
      noteAnswer(answerKey(method, path, sent, isOwn), response, body);
  }

  const send = baseUrl.startsWith("https:") ? secureRequest : plainRequest;
  const server = createServer((request, response) => {
    const { method, headers, url: path = "" } = request;
    const sent: Buffer[] = [];
    request.on("data", (part: Buffer) => sent.push(part));
    const insecure = process.env.ARGO_INSECURE_SKIP_VERIFY === "true";
    const upstream = send(
      `${baseUrl}${path}`,
      { method, headers, rejectUnauthorized: !insecure },
      (answer) => {
        const parts: Buffer[] = [];
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        response.flushHeaders();
        answer.on("data", (part: Buffer) => {
          parts.push(part);
          if (!response.destroyed) response.write(part);
        });
        // A stream of events ends when the client disconnects.
        answer.on("error", () => {});
        answer.on("close", () => {
          note(request, String(Buffer.concat(sent)), answer, Buffer.concat(parts));
          response.end();
        });
      },
    );
    upstream.on("error", () => response.destroy());
    // The answer to a creation is recorded even if the client is gone before it.
    if (method === "GET") response.on("close", () => upstream.destroy());
    request.pipe(upstream);
  });
  const { port, close } = await listening(server);
  await fetch(`http://127.0.0.1:${port}/api/v1/version`, { headers: { authorization: token } });
  return {
    port,
    async close() {
      await close();
      const recorded = [...workflows.values()].map((each) => ({ ...each, moments: thinned(each.moments) }));
      writeRecording({ argo, ...about, workflows: recorded, answers }, bodies, secrets);
    },
  };
}

/** The complete messages of a stream of server-sent events. */
function events(stream: string): Readonly<Record<string, unknown>>[] {
  const lines = stream.split("\n").slice(0, -1);
  return lines.flatMap((line) => (line.startsWith("data:") ? [fieldsOf(JSON.parse(line.slice(5)))] : []));
}
