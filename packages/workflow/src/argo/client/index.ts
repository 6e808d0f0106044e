/** The Argo Server, from code. */
export type { ArtifactAddress } from "./artifact-files.js";
export { type Connection, type ConnectionOptions, connectionOf } from "./connection.js";
export type { LogLine, LogOptions } from "./follow-logs.js";
export type {
  KeptKind,
  ListOptions,
  ManifestObject,
  NodeSelection,
  SubmitFrom,
} from "./requests.js";
export { type Refusal, ServerError, UnreachableError } from "./server-error.js";
export { isFinished, isWaiting, type ServerWorkflow, type WorkflowNode } from "./workflow.js";
export { WorkflowsService } from "./workflows-service.js";
