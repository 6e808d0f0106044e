import { goJson, goQuoted } from "./go-text.js";
import type { PlayedNode } from "./node.js";

/**
 * The value of `workflow.failures`: every failed node, including DAGs and retries. It is JSON in a quoted string, because
 * Argo 4.0.7 calls strconv.Quote on it; `"null"` with quotes if nothing failed.
 */
export function workflowFailures(nodes: readonly PlayedNode[]): string {
  const failures = nodes
    .filter(({ phase }) => phase === "Failed" || phase === "Error")
    .map(({ name, message = "", template, phase }) => ({
      displayName: name.slice(name.lastIndexOf(".") + 1),
      message,
      templateName: template,
      phase,
      podName: name,
      finishedAt: "2026-01-01T00:00:00Z",
    }));
  return `"${goQuoted(goJson(failures.length === 0 ? null : failures))}"`;
}
