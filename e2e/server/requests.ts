import { withoutBulk } from "./timeline.js";

/** A workflow in a path of the API, and the action on it. */
export interface WorkflowPath {
  readonly namespace: string;
  readonly name: string;
  readonly action?: string;
}

/** The workflow that a path is about, if any. A workflow's logs are an ordinary answer. */
export function workflowPath(path: string): WorkflowPath | undefined {
  const [, namespace = "", name, action] =
    /^\/api\/v1\/workflows\/([^/?]+)\/([^/?]+)(?:\/([^/?]+))?(?:\?.*)?$/.exec(path) ?? [];
  if (name === undefined || name === "lint" || name === "submit" || action === "log") return undefined;
  return { namespace, name, ...(action === undefined ? {} : { action }) };
}

/** The workflow whose changes a path watches, if any. */
export function eventsPath(path: string): string | undefined {
  const url = new URL(path, "http://server");
  if (!url.pathname.startsWith("/api/v1/workflow-events/")) return undefined;
  return /^metadata\.name=(.+)$/.exec(url.searchParams.get("listOptions.fieldSelector") ?? "")?.[1];
}

/** Whether a request creates a workflow whose name the request sets. */
export function isCreation(method: string, path: string): boolean {
  return method === "POST" && /^\/api\/v1\/workflows\/[^/?]+(\/submit)?$/.test(path);
}

/** Whether a request creates a workflow whose name the server generates. */
export function isResubmission(method: string, path: string): boolean {
  return method === "PUT" && workflowPath(path)?.action === "resubmit";
}

/** The workflow whose logs a request follows, if any. */
export function followedLogs(path: string): string | undefined {
  const { pathname, searchParams } = new URL(path, "http://server");
  if (searchParams.get("logOptions.follow") !== "true") return undefined;
  return /^\/api\/v1\/workflows\/[^/]+\/([^/]+)\/log$/.exec(pathname)?.[1];
}

/** The request body without what no test reads. */
export function asked(body: string): string {
  return body === "" ? "" : JSON.stringify(withoutBulk(JSON.parse(body)));
}

/** The key of an answer in the recording. */
export function answerKey(method: string, path: string, body: string, withOwnToken: boolean): string {
  return [method, path, asked(body), withOwnToken ? "" : "(another token)"].filter(Boolean).join(" ");
}
