import type { Artifact, Template } from "./manifest.js";
import type { PlayedNode } from "./node.js";

/** What all of a played workflow shares. */
export interface Play {
  readonly workflowName: string;
  readonly templates: ReadonlyMap<string, Template>;
  /** What is run in place of `node /app/main.js`. */
  readonly program: readonly string[];
  /** The bucket: a folder whose files are called as their keys. */
  readonly bucket: string;
  /** Gets a folder for each pod. */
  readonly scratch: string;
  /** `workflow.name` and the like; outputs with a globalName are added on the way. */
  readonly globals: Map<string, string>;
  readonly globalArtifacts: Map<string, Artifact>;
  readonly nodes: PlayedNode[];
  /** Values for suspended nodes, by task name or whole node name, one after the other where it comes again. */
  readonly supply: (task: string, node: string) => Readonly<Record<string, string>> | undefined;
  /** Runs something when a processor is free. */
  readonly onProcessor: <T>(work: () => Promise<T>) => Promise<T>;
  /** Milliseconds that a process may take. */
  readonly deadline: number;
}
