import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Http } from "./http.js";
import { fieldsOf, type Metadata } from "./requests.js";
import { ServerError, UnreachableError } from "./server-error.js";
import type { ServerWorkflow } from "./workflow.js";

/** The annotation that identifies a workflow as created by this submission. */
export const submissionAnnotation = "pipeline.workflow/submission";

export interface Creation {
  readonly http: Http;
  /** For errors: `train-x7k2p cannot be submitted`. */
  readonly what: string;
  find(name: string): Promise<ServerWorkflow>;
  parse(answer: unknown): ServerWorkflow;
}

export interface CreationRequest {
  readonly path: string;
  readonly body: unknown;
}

/** The delays before the retries of a creation, in milliseconds. */
const pauses = [500, 1500, 4000];

/**
 * Creates a workflow with a known name, at most once. Without a response the server may or may not have created it: then it is
 * looked up by its name, and sent again only if it does not exist.
 *
 * @param request creates the request from metadata that include the submission's annotation
 * @throws {UnreachableError} if it is not known whether the workflow was created; the message says how to find out
 */
export async function createOnce(
  creation: Creation,
  name: string,
  metadata: Metadata,
  request: (metadata: Metadata) => CreationRequest,
): Promise<ServerWorkflow> {
  const { http, what, parse } = creation;
  const submission: string = randomUUID();
  const annotations = { ...fieldsOf(metadata.annotations), [submissionAnnotation]: submission };
  const { path, body } = request({ ...metadata, annotations });
  let maybeSeen = false;
  for (let attempt = 0; ; attempt++) {
    try {
      return parse(await http.json({ method: "POST", path, body, what }));
    } catch (error) {
      const lost = isLost(error);
      maybeSeen ||= lost;
      const taken =
        error instanceof ServerError && (error.refusal === "already-exists" || error.refusal === "conflict");
      if (!lost && !(taken && maybeSeen)) throw error;
      const found = await lookUp(creation, name, submission);
      if (typeof found === "object") return found;
      if (taken && found === "absent") throw error;
      const pause = pauses[attempt];
      if (pause === undefined) throw found === "absent" ? error : undecidedError(error, name);
      await sleep(pause);
    }
  }
}

/** Whether no response of the server came, or only an error of a proxy: the server may have created the workflow. */
function isLost(error: unknown): boolean {
  if (error instanceof UnreachableError) return error.maybeSeen;
  return error instanceof ServerError && error.refusal === "server-fault" && error.status >= 500;
}

/** Looks up the workflow of this submission: `absent` if it does not exist, `unknown` if the server cannot say. */
async function lookUp(
  { find }: Creation,
  name: string,
  submission: string,
): Promise<ServerWorkflow | "absent" | "unknown"> {
  try {
    const found = await find(name);
    return found.metadata.annotations?.[submissionAnnotation] === submission ? found : "absent";
  } catch (error) {
    if (error instanceof ServerError) return error.refusal === "not-found" ? "absent" : "unknown";
    if (error instanceof UnreachableError) return "unknown";
    throw error;
  }
}

function undecidedError(error: unknown, name: string): UnreachableError {
  const message = error instanceof Error ? error.message : String(error);
  return new UnreachableError(
    `${message} It is not known whether ${name} was created: when the server is available again, check with "get ${name}".`,
    true,
  );
}
