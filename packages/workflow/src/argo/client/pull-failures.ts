import type { ServerWorkflow, WorkflowNode } from "./workflow.js";

/** Kubernetes' reasons for a container that waits because its image cannot be pulled. Argo's node messages begin with them. */
const reasons =
  /^(ErrImagePull|ImagePullBackOff|ErrImageNeverPull|InvalidImageName|ImageInspectError|RegistryUnavailable|SignatureValidationFailed)\b/;

/** A pod whose image cannot be pulled. */
export interface PullFailure {
  readonly node: WorkflowNode;
  /** When it was first observed, in milliseconds. */
  readonly since: number;
}

/** Tracks which pods of a workflow cannot pull their image, and since when. A pod that succeeds is removed. */
export class PullFailures {
  readonly #failures = new Map<string, PullFailure>();

  /** @param now milliseconds of a monotonic clock */
  note({ status }: ServerWorkflow, now: number): void {
    const nodes = Object.values(status?.nodes ?? {}).filter(isPullFailure);
    const waiting = new Set(nodes.map(({ id }) => id));
    for (const id of this.#failures.keys()) if (!waiting.has(id)) this.#failures.delete(id);
    for (const node of nodes) {
      this.#failures.set(node.id, { node, since: this.#failures.get(node.id)?.since ?? now });
    }
  }

  /** The pod that has waited longest for its image. */
  longest(): PullFailure | undefined {
    return [...this.#failures.values()].sort((a, b) => a.since - b.since)[0];
  }
}

function isPullFailure({ phase, message = "" }: WorkflowNode): boolean {
  return phase === "Pending" && reasons.test(message);
}
