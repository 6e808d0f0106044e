import { withoutBulk } from "./timeline.js";

/** A workflow in a path of the API, and what is to be done with it. */
export interface WorkflowPath {
  readonly namespace: string;
  readonly name: string;
  readonly action?: string;
}

/** What a path says of one workflow, where it does; a workflow's logs are an answer like any other. */
export function workflowPath(path: string): WorkflowPath | undefined {
  const [, namespace = "", name, action] =
    /^\/api\/v1\/workflows\/([^/?]+)\/([^/?]+)(?:\/([^/?]+))?(?:\?.*)?$/.exec(path) ?? [];
  if (name === undefined || name === "lint" || name === "submit" || action === "log") return undefined;
  return { namespace, name, ...(action === undefined ? {} : { action }) };
}

/** The workflow whose changes a path asks for, where it does. */
export function eventsPath(path: string): string | undefined {
  const url = new URL(path, "http://server");
  if (!url.pathname.startsWith("/api/v1/workflow-events/")) return undefined;
  return /^metadata\.name=(.+)$/.exec(url.searchParams.get("listOptions.fieldSelector") ?? "")?.[1];
}

/** Whether a request makes a workflow of a name that it gives. */
export function isCreation(method: string, path: string): boolean {
  return method === "POST" && /^\/api\/v1\/workflows\/[^/?]+(\/submit)?$/.test(path);
}

/** Whether a request makes a workflow of a name that the server chooses. */
export function isResubmission(method: string, path: string): boolean {
  return method === "PUT" && workflowPath(path)?.action === "resubmit";
}

/** Whether a request follows the logs of a workflow; the workflow. */
export function followedLogs(path: string): string | undefined {
  const { pathname, searchParams } = new URL(path, "http://server");
  if (searchParams.get("logOptions.follow") !== "true") return undefined;
  return /^\/api\/v1\/workflows\/[^/]+\/([^/]+)\/log$/.exec(pathname)?.[1];
}

/** What was sent, without what no test reads. */
export function asked(body: string): string {
  return body === "" ? "" : JSON.stringify(withoutBulk(JSON.parse(body)));
}

/** Under which an answer is kept. */
export function answerKey(method: string, path: string, body: string, withOwnToken: boolean): string {
  return [method, path, asked(body), withOwnToken ? "" : "(another token)"].filter(Boolean).join(" ");
}
