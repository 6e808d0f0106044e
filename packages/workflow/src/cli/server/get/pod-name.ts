import type { ServerWorkflow, WorkflowNode } from "../../../argo/client/index.js";
import { templateOf } from "../node-selector.js";

/** The maximum length of a name in Kubernetes, minus the hash after it. */
const maxPrefix = 242;

/** The 32-bit FNV-1a hash of a text's UTF-8 bytes. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** The id that Argo gives to the node with this name. */
export function nodeId(workflow: string, node: string): string {
  return node === workflow ? workflow : `${workflow}-${fnv1a(node)}`;
}

/** The name of the pod that Argo starts for a node. @see workflow/util/pod_name.go of Argo Workflows */
export function podName({ metadata }: ServerWorkflow, node: WorkflowNode): string {
  if (metadata.annotations?.["workflows.argoproj.io/pod-name-format"] === "v1") return node.id;
  if (node.name === metadata.name) return metadata.name;
  const template = templateOf(node);
  const prefix = template === "" ? metadata.name : `${metadata.name}-${template}`;
  return `${prefix.slice(0, maxPrefix)}-${fnv1a(node.name)}`;
}
