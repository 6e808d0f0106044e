import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Http } from "./http.js";
import { fieldsOf, type Metadata } from "./requests.js";
import { ServerError, UnreachableError } from "./server-error.js";
import type { ServerWorkflow } from "./workflow.js";

/** By this annotation a workflow is known to be the one that this process has sent. */
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

/** How often a creation is sent at most, and the pauses between, in milliseconds. */
const pauses = [500, 1500, 4000];

/**
 * Creates a workflow of a known name. Where no answer comes, the server may or may not have created it: then it is looked
 * up, and sent again only where it is not there. The name makes sure that there are never two.
 *
 * @param request makes the request from metadata that carry the mark of this submission
 * @throws {UnreachableError} where it cannot be known whether it was created; the message says how to find out
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
      if (pause === undefined) throw found === "absent" ? error : undecided(error, name);
      await sleep(pause);
    }
  }
}

/** No answer, or one of a proxy in between: the server may have done it. */
function isLost(error: unknown): boolean {
  if (error instanceof UnreachableError) return error.maybeSeen;
  return error instanceof ServerError && error.refusal === "server-fault" && error.status >= 500;
}

/** The workflow that this submission has made, or whether there is none; that cannot be asked always. */
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

function undecided(error: unknown, name: string): UnreachableError {
  const message = error instanceof Error ? error.message : String(error);
  return new UnreachableError(
    `${message} Whether ${name} was created is not known: when the server is there again, "get ${name}" tells.`,
    true,
  );
}
