import type { Artifact, Template } from "./manifest.js";
import type { PlayedNode } from "./node.js";

/** The shared state of a played workflow. */
export interface Play {
  readonly workflowName: string;
  readonly templates: ReadonlyMap<string, Template>;
  /** The command that replaces `node /app/main.js`. */
  readonly program: readonly string[];
  /** The bucket: a folder whose files are named by their keys. */
  readonly bucket: string;
  /** Receives a folder for each pod. */
  readonly scratch: string;
  /** `workflow.name` and similar names; outputs with a globalName are added during the run. */
  readonly globals: Map<string, string>;
  readonly globalArtifacts: Map<string, Artifact>;
  readonly nodes: PlayedNode[];
  /** Values for suspended nodes, by task name or full node name, in turn for a repeated node. */
  readonly supply: (task: string, node: string) => Readonly<Record<string, string>> | undefined;
  /** Runs a function when a processor is free. */
  readonly onProcessor: <T>(work: () => Promise<T>) => Promise<T>;
  /** Timeout of a process, in milliseconds. */
  readonly deadline: number;
}
