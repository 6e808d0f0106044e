/** A client of the Argo Server. */
export type { ArtifactAddress } from "./artifact-files.js";
export { type ConnectionOptions, connectionOf, type ServerConnection } from "./connection.js";
export type { LogLine, LogOptions } from "./follow-logs.js";
export { stampedLine } from "./log-deduplicator.js";
export type {
  ListOptions,
  ManifestObject,
  NodeSelection,
  StoredResourceKind,
  SubmitFrom,
} from "./requests.js";
export { type Refusal, ServerError, UnreachableError } from "./server-error.js";
export { isFinished, isWaiting, messageOfNode, type ServerWorkflow, type WorkflowNode } from "./workflow.js";
export { WorkflowsService } from "./workflows-service.js";
