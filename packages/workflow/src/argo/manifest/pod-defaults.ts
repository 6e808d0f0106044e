/** Default settings of pods: the fewest permissions that a step needs. */

import { inputsFolder, outputsFolder } from "../../definition/pod-paths.js";
import { parametersFolder } from "../../definition/port-files.js";

/** The only writable directory of the pod. */
const writableFolder = "/tmp";

/** Pod-level settings of a template. */
export const podSecurityContext = {
  runAsNonRoot: true,
  runAsUser: 1000,
  runAsGroup: 1000,
  fsGroup: 1000,
  seccompProfile: { type: "RuntimeDefault" },
} as const;

/** Container-level settings. */
export const containerSecurityContext = {
  readOnlyRootFilesystem: true,
  allowPrivilegeEscalation: false,
  capabilities: { drop: ["ALL"] },
} as const;

/** The project's steps used 63 to 94 MiB, and 119 MiB with a hundred times the rows. Node's heap size follows the limit. */
export const defaultResources = {
  requests: { cpu: "100m", memory: "128Mi" },
  limits: { cpu: "1", memory: "512Mi" },
} as const;

/** The volume that a read-only root file system requires. */
export const scratchVolume = { name: "tmp", emptyDir: {} } as const;
export const scratchMount = { name: "tmp", mountPath: writableFolder } as const;

/**
 * Folders into which a container of any image can write its outputs. Inputs have one too: otherwise their parent folder would
 * belong to root, and Argo could not write inputs there.
 */
export const containerVolumes = [
  { name: "inputs", emptyDir: {} },
  { name: "outputs", emptyDir: {} },
  { name: "output-parameters", emptyDir: {} },
] as const;
export const containerMounts = [
  { name: "inputs", mountPath: inputsFolder },
  { name: "outputs", mountPath: outputsFolder },
  { name: "output-parameters", mountPath: `${outputsFolder}/${parametersFolder}` },
] as const;

/** The share of the memory limit for Node's heap; the rest is for buffers, canvas and code. */
const heapShare = 0.75;

/** The value of `--max-old-space-size`, in MiB, for a memory limit such as `512Mi`; undefined if it is not a quantity. */
export function heapMegabytes(limit: unknown): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(Ki|Mi|Gi|Ti|k|M|G|T)?$/.exec(String(limit ?? ""));
  if (match === null) return undefined;
  const bytes = Number(match[1]) * (units[match[2] ?? ""] ?? 1);
  return Math.max(64, Math.floor((bytes * heapShare) / 2 ** 20));
}

const units: Readonly<Record<string, number>> = {
  "": 1,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
};
