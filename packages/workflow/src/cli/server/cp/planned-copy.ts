import { posix } from "node:path";
import * as z from "zod";
import type { WorkflowNode } from "../../../argo/client/index.js";
import type { Port } from "../../../definition/port.js";
import { artifactFileName } from "../../../definition/port-files.js";
import { joinSafe, type SafePath, safePath } from "../../../storage/folder-transfer/safe-path.js";
import type { FoundTask } from "../find-tasks.js";

/** An artifact in the cluster, and the path to copy it to. */
export interface PlannedCopy {
  /** Id of the task; empty for an input of the workflow. */
  readonly task: string;
  readonly artifact: string;
  /** The artifact's name among those of the node; a pod that several tasks share has other names. */
  readonly nameInNode: string;
  readonly nodeId: string;
  readonly direction: "inputs" | "outputs";
  /** Relative to the run's directory. */
  readonly path: SafePath;
  /** In S3; undefined if it is stored elsewhere. */
  readonly key: string | undefined;
  /** Undefined if only the server knows. */
  readonly isFolder: boolean | undefined;
  /** Whether Argo packed it into a gzipped tar archive. */
  readonly isPacked: boolean;
  readonly wasDeleted: boolean;
}

const storedSchema = z.looseObject({
  archive: z.looseObject({ none: z.looseObject({}).nullish() }).optional(),
  deleted: z.boolean().optional(),
  nameInPod: z.string().optional(),
});

type NodeArtifact = NonNullable<NonNullable<WorkflowNode["outputs"]>["artifacts"]>[number];

/** The copies of the outputs of a run's steps. */
export function outputCopies(tasks: readonly FoundTask[]): PlannedCopy[] {
  return tasks.flatMap(({ task, record, node, children }) => {
    if (record.kind !== "step" || task.kind === "approve" || node === undefined)
      return outputCopies(children);
    const artifacts = node.outputs?.artifacts ?? [];
    return artifacts.flatMap((artifact) => {
      const port = task.template.outputs[artifact.name];
      if (port?.kind !== "artifact") return [];
      return [
        plan(record.id, node, "outputs", artifact, ownPath(record.id, fileName(artifact.name, port)), port),
      ];
    });
  });
}

/** The copies of a workflow's input artifacts, such as its dataset. */
export function inputCopies(ports: Readonly<Record<string, Port>>, root: WorkflowNode): PlannedCopy[] {
  return (root.inputs?.artifacts ?? []).flatMap((artifact) => {
    const port = ports[artifact.name];
    if (port?.kind !== "artifact" || artifact.s3?.key === undefined) return [];
    const path = ownPath(inputsFolder, fileName(artifact.name, port));
    return [plan("", root, "inputs", artifact, path, port)];
  });
}

/**
 * The copies of the outputs of a node, in a workflow that is not one of the project's.
 * @throws {UserError} for a name that leads out of the folder
 */
export function unknownCopies(id: SafePath, node: WorkflowNode): PlannedCopy[] {
  return (node.outputs?.artifacts ?? []).map((artifact) => {
    const { key } = artifact.s3 ?? {};
    const extension = key === undefined ? "" : posix.extname(key.replace(/\.tgz$/, ""));
    const file = artifact.name.endsWith(extension) ? artifact.name : `${artifact.name}${extension}`;
    return plan(id, node, "outputs", artifact, joinSafe(id, safePath(file, "The artifact")), undefined);
  });
}

/** The path of a file in the folder of one of the project's own tasks. */
export function ownPath(folder: string, file: string): SafePath {
  return joinSafe(safePath(folder, "The task"), safePath(file, "The artifact"));
}

/** Folder of the workflow's input artifacts. It cannot be a task's name, because those have no dot. */
const inputsFolder = ".inputs";

/** The name of an artifact's file in its task's folder. */
export function fileName(name: string, port: Port & { readonly kind: "artifact" }): string {
  return port.list ? name : artifactFileName(name, port.codec);
}

function plan(
  task: string,
  node: WorkflowNode,
  direction: PlannedCopy["direction"],
  artifact: NodeArtifact,
  path: SafePath,
  port: (Port & { readonly kind: "artifact" }) | undefined,
): PlannedCopy {
  const { archive, deleted, nameInPod = artifact.name } = storedSchema.parse(artifact);
  const key = artifact.s3?.key;
  return {
    task,
    artifact: artifact.name,
    nameInNode: nameInPod,
    nodeId: node.id,
    direction,
    path,
    key,
    isFolder: port === undefined ? undefined : port.list || port.codec.extension === "",
    // Inputs of a workflow are not packed by Argo.
    isPacked: direction === "outputs" && archive?.none == null && key?.endsWith(".tgz") === true,
    wasDeleted: deleted === true,
  };
}
