import type { GoType } from "./go-type.js";

/**
 * Definitions (short names) whose Go types have their own JSON decoding.
 * Source: the UnmarshalJSON methods of Argo's and Kubernetes' types.
 */
export const ownTypes: ReadonlyMap<string, GoType> = new Map<string, GoType>([
  ["Amount", { kind: "amount" }],
  ["FieldsV1", { kind: "anything" }],
  ["IntOrString", { kind: "integer-or-text" }],
  ["Item", { kind: "anything" }],
  ["Plugin", { kind: "plugin" }],
  ["Quantity", { kind: "quantity" }],
  ["Time", { kind: "time" }],
]);

/** Fields (`Definition.field`) that are strings in the schema, but something else in Go. */
export const ownFields: ReadonlyMap<string, GoType> = new Map<string, GoType>([
  ["HTTPBodySource.bytes", { kind: "base64" }],
  ["Parameter.default", { kind: "any-text" }],
  ["Parameter.description", { kind: "any-text" }],
  ["Parameter.enum", { kind: "list", of: { kind: "any-text" } }],
  ["Parameter.value", { kind: "any-text" }],
  ["ValueFrom.default", { kind: "any-text" }],
]);

/** Fields that have 32 bits in Go. The schema does not say; all others have 64. */
export const shortIntegers: ReadonlySet<string> = new Set([
  "AWSElasticBlockStoreVolumeSource.partition",
  "Artifact.mode",
  "ArtifactPaths.mode",
  "ConfigMapVolumeSource.defaultMode",
  "ContainerPort.containerPort",
  "ContainerPort.hostPort",
  "CronWorkflowSpec.failedJobsHistoryLimit",
  "CronWorkflowSpec.successfulJobsHistoryLimit",
  "DownwardAPIVolumeFile.mode",
  "DownwardAPIVolumeSource.defaultMode",
  "FCVolumeSource.lun",
  "GCEPersistentDiskVolumeSource.partition",
  "GRPCAction.port",
  "ISCSIVolumeSource.lun",
  "KeyToPath.mode",
  "NodeStatus.failedPodRestarts",
  "OSSLifecycleRule.markDeletionAfterDays",
  "OSSLifecycleRule.markInfrequentAccessAfterDays",
  "PluginArtifact.connectionTimeoutSeconds",
  "PreferredSchedulingTerm.weight",
  "Probe.failureThreshold",
  "Probe.initialDelaySeconds",
  "Probe.periodSeconds",
  "Probe.successThreshold",
  "Probe.timeoutSeconds",
  "ProjectedVolumeSource.defaultMode",
  "SecretVolumeSource.defaultMode",
  "TTLStrategy.secondsAfterCompletion",
  "TTLStrategy.secondsAfterFailure",
  "TTLStrategy.secondsAfterSuccess",
  "TarStrategy.compressionLevel",
  "WeightedPodAffinityTerm.weight",
  "WorkflowSpec.priority",
]);

/** Fields whose integers have no sign. */
export const unsignedIntegers: ReadonlySet<string> = new Set(["GitArtifact.depth"]);

/** Fields whose values `argo lint` compares with the known ones as written: a variable is not allowed. */
export const comparedValues: ReadonlySet<string> = new Set(["CronWorkflowSpec.concurrencyPolicy"]);

/** Fields whose values are not checked: an unknown one has no effect, or an unintended one. */
export const freeValues: ReadonlySet<string> = new Set(["WorkflowSpec.shutdown"]);

/** Fields whose values have rules of their own. */
export const otherValues: ReadonlySet<string> = new Set([
  "ArtifactGC.strategy",
  "PodGC.strategy",
  "ResourceTemplate.action",
  "ResourceTemplate.mergeStrategy",
  "RetryStrategy.retryPolicy",
  "VolumeClaimGC.strategy",
  "WorkflowLevelArtifactGC.strategy",
]);
