import { createHash } from "node:crypto";
import type { Play } from "./play.js";

/** The name of a node's pod and of its folder here; deterministic. */
export function podNameOf(play: Play, nodeName: string, template: string): string {
  const hash = createHash("sha256").update(nodeName).digest("hex").slice(0, 10);
  return `${play.workflowName}-${template}-${hash}`;
}
