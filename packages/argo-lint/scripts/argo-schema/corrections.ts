/**
 * Facts that Argo's schema lacks or states too narrowly. Each entry was checked against Argo's Go sources and its example
 * manifests.
 */

/** Definitions that the schema gives as strings only, and the JSON types that Argo reads. */
export const scalarTypes: ReadonlyMap<string, readonly ("integer" | "number" | "string")[]> = new Map([
  ["io.k8s.apimachinery.pkg.util.intstr.IntOrString", ["integer", "string"]],
  ["io.k8s.apimachinery.pkg.api.resource.Quantity", ["number", "string"]],
]);

/** Definitions of an object without properties that are free-form; all others are empty structures. */
export const freeFormObjects: ReadonlySet<string> = new Set([
  "io.argoproj.workflow.v1alpha1.Plugin",
  "io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1",
]);

/** Definitions of an object without properties, whose presence alone has a meaning. */
export const emptyObjects: ReadonlySet<string> = new Set([
  "io.argoproj.workflow.v1alpha1.NoneStrategy",
  "io.argoproj.workflow.v1alpha1.RetryNodeAntiAffinity",
  "io.argoproj.workflow.v1alpha1.SuppliedValueFrom",
  "io.argoproj.workflow.v1alpha1.ZipStrategy",
]);

const pullPolicies = ["Always", "Never", "IfNotPresent"] as const;
const messagePolicies = ["File", "FallbackToLogsOnError"] as const;
const profileTypes = ["Localhost", "RuntimeDefault", "Unconfined"] as const;
const artifactGCStrategies = ["OnWorkflowCompletion", "OnWorkflowDeletion", "Never"] as const;

/** The values that a field (`Definition.property`, short names) takes, for which the schema only says "string". */
export const allowedValues: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["AppArmorProfile.type", profileTypes],
  ["ArtifactGC.strategy", artifactGCStrategies],
  ["Container.imagePullPolicy", pullPolicies],
  ["Container.terminationMessagePolicy", messagePolicies],
  ["ContainerNode.imagePullPolicy", pullPolicies],
  ["ContainerNode.terminationMessagePolicy", messagePolicies],
  ["ContainerPort.protocol", ["TCP", "UDP", "SCTP"]],
  ["CronWorkflowSpec.concurrencyPolicy", ["Allow", "Forbid", "Replace"]],
  ["HTTPGetAction.scheme", ["HTTP", "HTTPS"]],
  ["ImageVolumeSource.pullPolicy", pullPolicies],
  ["LabelSelectorRequirement.operator", ["In", "NotIn", "Exists", "DoesNotExist"]],
  ["NodeSelectorRequirement.operator", ["In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"]],
  [
    "PersistentVolumeClaimSpec.accessModes",
    ["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"],
  ],
  ["PersistentVolumeClaimSpec.volumeMode", ["Filesystem", "Block"]],
  ["PodGC.strategy", ["OnPodCompletion", "OnPodSuccess", "OnWorkflowCompletion", "OnWorkflowSuccess"]],
  ["PodSecurityContext.fsGroupChangePolicy", ["OnRootMismatch", "Always"]],
  ["PodSecurityContext.supplementalGroupsPolicy", ["Merge", "Strict"]],
  ["ResourceTemplate.action", ["get", "create", "apply", "delete", "replace", "patch"]],
  ["ResourceTemplate.mergeStrategy", ["strategic", "merge", "json"]],
  ["RetryStrategy.retryPolicy", ["Always", "OnFailure", "OnError", "OnTransientError"]],
  ["ScriptTemplate.imagePullPolicy", pullPolicies],
  ["ScriptTemplate.terminationMessagePolicy", messagePolicies],
  ["SeccompProfile.type", profileTypes],
  ["Toleration.effect", ["NoSchedule", "PreferNoSchedule", "NoExecute"]],
  ["Toleration.operator", ["Exists", "Equal"]],
  ["UserContainer.imagePullPolicy", pullPolicies],
  ["UserContainer.terminationMessagePolicy", messagePolicies],
  ["VolumeClaimGC.strategy", ["OnWorkflowCompletion", "OnWorkflowSuccess"]],
  ["VolumeMount.mountPropagation", ["None", "HostToContainer", "Bidirectional"]],
  ["WorkflowLevelArtifactGC.strategy", artifactGCStrategies],
  ["WorkflowSpec.dnsPolicy", ["ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"]],
  ["WorkflowSpec.shutdown", ["Terminate", "Stop"]],
]);

/** @throws {Error} if a correction names a field or definition that the schema no longer has */
export function checkCorrections(fields: ReadonlySet<string>, names: ReadonlySet<string>): void {
  const stale = [
    ...[...allowedValues.keys()].filter((field) => !fields.has(field)),
    ...[...scalarTypes.keys(), ...freeFormObjects, ...emptyObjects].filter((name) => !names.has(name)),
  ];
  if (stale.length > 0) throw new Error(`corrections.ts names what Argo's schema lacks: ${stale.join(", ")}`);
}
