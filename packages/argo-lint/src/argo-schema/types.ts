/*!
 * Generated from the JSON schema of Argo Workflows v4.0.7. Do not edit: change the generator, then run
 * `npm run generate:argo-schema -- SCHEMA_JSON v4.0.7` with the api/jsonschema/schema.json of that version.
 *
 * Argo Workflows: Copyright 2017-2018 The Argo Authors. Definitions of Kubernetes: Copyright The Kubernetes Authors.
 * Both are licensed under the Apache License, Version 2.0, whose text is in the file LICENSE next to this one.
 * Changed here: reduced to what a manifest can hold, shortened, corrected and made strict.
 */

/** Any JSON value. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** Any JSON object. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** An object without properties: being there is all it says. */
export type EmptyObject = Readonly<Record<string, never>>;

/** Text with a part that Argo fills in when the workflow runs, such as "{{inputs.parameters.policy}}". */
export type Templated = `${string}{{${string}}}${string}`;

/** One of the values that Argo or Kubernetes takes here, or text that becomes one when the workflow runs. */
export type OneOf<Value extends string> = Value | Templated;

/** A manifest that Argo Workflows reads. */
export type ArgoManifest =
  | ClusterWorkflowTemplate
  | CronWorkflow
  | Workflow
  | WorkflowEventBinding
  | WorkflowTemplate;

/** Represents a Persistent Disk resource in AWS. */
export interface AWSElasticBlockStoreVolumeSource {
  /** fsType is the filesystem type of the volume that you want to mount. */
  readonly fsType?: string;
  /** partition is the partition in the volume that you want to mount. */
  readonly partition?: number;
  /** readOnly value true will force the readOnly setting in VolumeMounts. */
  readonly readOnly?: boolean;
  /** volumeID is unique ID of the persistent disk resource in AWS (Amazon EBS volume). */
  readonly volumeID: string;
}

/** Affinity is a group of affinity scheduling rules. */
export interface Affinity {
  /** Describes node affinity scheduling rules for the pod. */
  readonly nodeAffinity?: NodeAffinity;
  /**
   * Describes pod affinity scheduling rules (e.g. co-locate this pod in the same node, zone, etc. as some
   * other pod(s)).
   */
  readonly podAffinity?: PodAffinity;
  /**
   * Describes pod anti-affinity scheduling rules (e.g. avoid putting this pod in the same node, zone, etc. as
   * some other pod(s)).
   */
  readonly podAntiAffinity?: PodAntiAffinity;
}

/** Amount represent a numeric amount. */
export type Amount = number;

/** AppArmorProfile defines a pod or container's AppArmor settings. */
export interface AppArmorProfile {
  /** localhostProfile indicates a profile loaded on the node that should be used. */
  readonly localhostProfile?: string;
  /** type indicates which kind of AppArmor profile will be applied. */
  readonly type: OneOf<"Localhost" | "RuntimeDefault" | "Unconfined">;
}

/** ArchiveStrategy describes how to archive files/directory when saving artifacts. */
export interface ArchiveStrategy {
  readonly none?: NoneStrategy;
  readonly tar?: TarStrategy;
  readonly zip?: ZipStrategy;
}

/** Arguments to a template. */
export interface Arguments {
  /** Artifacts is the list of artifacts to pass to the template or workflow. */
  readonly artifacts?: readonly Artifact[];
  /** Parameters is the list of parameters to pass to the template or workflow. */
  readonly parameters?: readonly Parameter[];
}

/** Artifact indicates an artifact to place at a specified path. */
export interface Artifact {
  /** Archive controls how the artifact will be saved to the artifact repository. */
  readonly archive?: ArchiveStrategy;
  /** ArchiveLogs indicates if the container logs should be archived. */
  readonly archiveLogs?: boolean;
  /**
   * ArtifactGC describes the strategy to use when to deleting an artifact from completed or deleted
   * workflows.
   */
  readonly artifactGC?: ArtifactGC;
  /** Artifactory contains artifactory artifact location details. */
  readonly artifactory?: ArtifactoryArtifact;
  /** Azure contains Azure Storage artifact location details. */
  readonly azure?: AzureArtifact;
  /** Has this been deleted? */
  readonly deleted?: boolean;
  /** From allows an artifact to reference an artifact from a previous step. */
  readonly from?: string;
  /** FromExpression, if defined, is evaluated to specify the value for the artifact. */
  readonly fromExpression?: string;
  /** GCS contains GCS artifact location details. */
  readonly gcs?: GCSArtifact;
  /** Git contains git artifact location details. */
  readonly git?: GitArtifact;
  /**
   * GlobalName exports an output artifact to the global scope, making it available as
   * workflow.outputs.artifacts.XXXX and in workflow.status.outputs.artifacts.
   */
  readonly globalName?: string;
  /** HDFS contains HDFS artifact location details. */
  readonly hdfs?: HDFSArtifact;
  /** HTTP contains HTTP artifact location details. */
  readonly http?: HTTPArtifact;
  /** mode bits to use on this file, must be a value between 0 and 0777. */
  readonly mode?: number;
  /** name of the artifact. must be unique within a template's inputs/outputs. */
  readonly name: string;
  /** Make Artifacts optional, if Artifacts doesn't generate or exist. */
  readonly optional?: boolean;
  /** OSS contains OSS artifact location details. */
  readonly oss?: OSSArtifact;
  /** Path is the container path to the artifact. */
  readonly path?: string;
  /** Plugin contains plugin artifact location details. */
  readonly plugin?: PluginArtifact;
  /** Raw contains raw artifact location details. */
  readonly raw?: RawArtifact;
  /** If mode is set, apply the permission recursively into the artifact if it is a folder. */
  readonly recurseMode?: boolean;
  /** S3 contains S3 artifact location details. */
  readonly s3?: S3Artifact;
  /** SubPath allows an artifact to be sourced from a subpath within the specified source. */
  readonly subPath?: string;
}

/**
 * ArtifactGC describes how to delete artifacts from completed Workflows - this is embedded into the
 * WorkflowLevelArtifactGC, and also used for individual Artifacts to override that as needed.
 */
export interface ArtifactGC {
  /**
   * PodMetadata is an optional field for specifying the Labels and Annotations that should be assigned to the
   * Pod doing the deletion.
   */
  readonly podMetadata?: Metadata;
  /**
   * ServiceAccountName is an optional field for specifying the Service Account that should be assigned to the
   * Pod doing the deletion.
   */
  readonly serviceAccountName?: string;
  /** Strategy is the strategy to use. */
  readonly strategy?: OneOf<"OnWorkflowCompletion" | "OnWorkflowDeletion" | "Never">;
}

/** ArtifactLocation describes a location for a single or multiple artifacts. */
export interface ArtifactLocation {
  /** ArchiveLogs indicates if the container logs should be archived. */
  readonly archiveLogs?: boolean;
  /** Artifactory contains artifactory artifact location details. */
  readonly artifactory?: ArtifactoryArtifact;
  /** Azure contains Azure Storage artifact location details. */
  readonly azure?: AzureArtifact;
  /** GCS contains GCS artifact location details. */
  readonly gcs?: GCSArtifact;
  /** Git contains git artifact location details. */
  readonly git?: GitArtifact;
  /** HDFS contains HDFS artifact location details. */
  readonly hdfs?: HDFSArtifact;
  /** HTTP contains HTTP artifact location details. */
  readonly http?: HTTPArtifact;
  /** OSS contains OSS artifact location details. */
  readonly oss?: OSSArtifact;
  /** Plugin contains plugin artifact location details. */
  readonly plugin?: PluginArtifact;
  /** Raw contains raw artifact location details. */
  readonly raw?: RawArtifact;
  /** S3 contains S3 artifact location details. */
  readonly s3?: S3Artifact;
}

/** ArtifactPaths expands a step from a collection of artifacts. */
export interface ArtifactPaths {
  /** Archive controls how the artifact will be saved to the artifact repository. */
  readonly archive?: ArchiveStrategy;
  /** ArchiveLogs indicates if the container logs should be archived. */
  readonly archiveLogs?: boolean;
  /**
   * ArtifactGC describes the strategy to use when to deleting an artifact from completed or deleted
   * workflows.
   */
  readonly artifactGC?: ArtifactGC;
  /** Artifactory contains artifactory artifact location details. */
  readonly artifactory?: ArtifactoryArtifact;
  /** Azure contains Azure Storage artifact location details. */
  readonly azure?: AzureArtifact;
  /** Has this been deleted? */
  readonly deleted?: boolean;
  /** From allows an artifact to reference an artifact from a previous step. */
  readonly from?: string;
  /** FromExpression, if defined, is evaluated to specify the value for the artifact. */
  readonly fromExpression?: string;
  /** GCS contains GCS artifact location details. */
  readonly gcs?: GCSArtifact;
  /** Git contains git artifact location details. */
  readonly git?: GitArtifact;
  /**
   * GlobalName exports an output artifact to the global scope, making it available as
   * workflow.outputs.artifacts.XXXX and in workflow.status.outputs.artifacts.
   */
  readonly globalName?: string;
  /** HDFS contains HDFS artifact location details. */
  readonly hdfs?: HDFSArtifact;
  /** HTTP contains HTTP artifact location details. */
  readonly http?: HTTPArtifact;
  /** mode bits to use on this file, must be a value between 0 and 0777. */
  readonly mode?: number;
  /** name of the artifact. must be unique within a template's inputs/outputs. */
  readonly name: string;
  /** Make Artifacts optional, if Artifacts doesn't generate or exist. */
  readonly optional?: boolean;
  /** OSS contains OSS artifact location details. */
  readonly oss?: OSSArtifact;
  /** Path is the container path to the artifact. */
  readonly path?: string;
  /** Plugin contains plugin artifact location details. */
  readonly plugin?: PluginArtifact;
  /** Raw contains raw artifact location details. */
  readonly raw?: RawArtifact;
  /** If mode is set, apply the permission recursively into the artifact if it is a folder. */
  readonly recurseMode?: boolean;
  /** S3 contains S3 artifact location details. */
  readonly s3?: S3Artifact;
  /** SubPath allows an artifact to be sourced from a subpath within the specified source. */
  readonly subPath?: string;
}

export interface ArtifactRepositoryRef {
  /** The name of the config map. */
  readonly configMap?: string;
  /** The config map key. */
  readonly key?: string;
}

/** ArtifactoryArtifact is the location of an artifactory artifact. */
export interface ArtifactoryArtifact {
  /** PasswordSecret is the secret selector to the repository password. */
  readonly passwordSecret?: SecretKeySelector;
  /** URL of the artifact. */
  readonly url: string;
  /** UsernameSecret is the secret selector to the repository username. */
  readonly usernameSecret?: SecretKeySelector;
}

/** AzureArtifact is the location of an Azure Storage artifact. */
export interface AzureArtifact {
  /** AccountKeySecret is the secret selector to the Azure Blob Storage account access key. */
  readonly accountKeySecret?: SecretKeySelector;
  /** Blob is the blob name (i.e., path) in the container where the artifact resides. */
  readonly blob: string;
  /** Container is the container where resources will be stored. */
  readonly container: string;
  /** Endpoint is the service url associated with an account. */
  readonly endpoint: string;
  /** UseSDKCreds tells the driver to figure out credentials based on sdk defaults. */
  readonly useSDKCreds?: boolean;
}

/** AzureDisk represents an Azure Data Disk mount on the host and bind mount to the pod. */
export interface AzureDiskVolumeSource {
  /** cachingMode is the Host Caching mode: None, Read Only, Read Write. */
  readonly cachingMode?: string;
  /** diskName is the Name of the data disk in the blob storage. */
  readonly diskName: string;
  /** diskURI is the URI of data disk in the blob storage. */
  readonly diskURI: string;
  /** fsType is Filesystem type to mount. */
  readonly fsType?: string;
  /**
   * kind expected values are Shared: multiple blob disks per storage account Dedicated: single blob disk per
   * storage account Managed: azure managed data disk (only in managed availability set). defaults to shared.
   */
  readonly kind?: string;
  /** readOnly Defaults to false (read/write). */
  readonly readOnly?: boolean;
}

/** AzureFile represents an Azure File Service mount on the host and bind mount to the pod. */
export interface AzureFileVolumeSource {
  /** readOnly defaults to false (read/write). */
  readonly readOnly?: boolean;
  /** secretName is the name of secret that contains Azure Storage Account Name and Key. */
  readonly secretName: string;
  /** shareName is the azure share Name. */
  readonly shareName: string;
}

/** Backoff is a backoff strategy to use within retryStrategy. */
export interface Backoff {
  /** Cap is a limit on revised values of the duration parameter. */
  readonly cap?: string;
  /** Duration is the amount to back off. */
  readonly duration?: string;
  /** Factor is a factor to multiply the base duration after each failed retry. */
  readonly factor?: IntOrString;
  /** MaxDuration is the maximum amount of time allowed for a workflow in the backoff strategy. */
  readonly maxDuration?: string;
}

/** BasicAuth describes the secret selectors required for basic authentication. */
export interface BasicAuth {
  /** PasswordSecret is the secret selector to the repository password. */
  readonly passwordSecret?: SecretKeySelector;
  /** UsernameSecret is the secret selector to the repository username. */
  readonly usernameSecret?: SecretKeySelector;
}

/** Represents a source location of a volume to mount, managed by an external CSI driver. */
export interface CSIVolumeSource {
  /** driver is the name of the CSI driver that handles this volume. */
  readonly driver: string;
  /** fsType to mount. */
  readonly fsType?: string;
  /**
   * nodePublishSecretRef is a reference to the secret object containing sensitive information to pass to the
   * CSI driver to complete the CSI NodePublishVolume and NodeUnpublishVolume calls.
   */
  readonly nodePublishSecretRef?: LocalObjectReference;
  /** readOnly specifies a read-only configuration for the volume. */
  readonly readOnly?: boolean;
  /** volumeAttributes stores driver-specific properties that are passed to the CSI driver. */
  readonly volumeAttributes?: Readonly<Record<string, string>>;
}

/** Cache is the configuration for the type of cache to be used. */
export interface Cache {
  /** ConfigMap sets a ConfigMap-based cache. */
  readonly configMap: LocalObjectReference;
}

/** Adds and removes POSIX capabilities from running containers. */
export interface Capabilities {
  /** Added capabilities. */
  readonly add?: readonly string[];
  /** Removed capabilities. */
  readonly drop?: readonly string[];
}

/**
 * Represents a Ceph Filesystem mount that lasts the lifetime of a pod Cephfs volumes do not support ownership
 * management or SELinux relabeling.
 */
export interface CephFSVolumeSource {
  /** monitors is Required: Monitors is a collection of Ceph monitors. */
  readonly monitors: readonly string[];
  /** path is Optional: Used as the mounted root, rather than the full Ceph tree, default is /. */
  readonly path?: string;
  /** readOnly is Optional: Defaults to false (read/write). */
  readonly readOnly?: boolean;
  /**
   * secretFile is Optional: SecretFile is the path to key ring for User, default is /etc/ceph/user.secret.
   */
  readonly secretFile?: string;
  /**
   * secretRef is Optional: SecretRef is reference to the authentication secret for User, default is empty.
   */
  readonly secretRef?: LocalObjectReference;
  /** user is optional: User is the rados user name, default is admin. */
  readonly user?: string;
}

/** Represents a cinder volume resource in Openstack. */
export interface CinderVolumeSource {
  /** fsType is the filesystem type to mount. */
  readonly fsType?: string;
  /** readOnly defaults to false (read/write). */
  readonly readOnly?: boolean;
  /** secretRef is optional: points to a secret object containing parameters used to connect to OpenStack. */
  readonly secretRef?: LocalObjectReference;
  /** volumeID used to identify the volume in cinder. */
  readonly volumeID: string;
}

/** ClientCertAuth holds necessary information for client authentication via certificates. */
export interface ClientCertAuth {
  readonly clientCertSecret?: SecretKeySelector;
  readonly clientKeySecret?: SecretKeySelector;
}

/**
 * ClusterTrustBundleProjection describes how to select a set of ClusterTrustBundle objects and project their
 * contents into the pod filesystem.
 */
export interface ClusterTrustBundleProjection {
  /** Select all ClusterTrustBundles that match this label selector. */
  readonly labelSelector?: LabelSelector;
  /** Select a single ClusterTrustBundle by object name. */
  readonly name?: string;
  /** If true, don't block pod startup if the referenced ClusterTrustBundle(s) aren't available. */
  readonly optional?: boolean;
  /** Relative path from the volume root to write the bundle. */
  readonly path: string;
  /** Select all ClusterTrustBundles that match this signer name. */
  readonly signerName?: string;
}

/** ClusterWorkflowTemplate is the definition of a workflow template resource in cluster scope. */
export interface ClusterWorkflowTemplate {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: "argoproj.io/v1alpha1";
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: "ClusterWorkflowTemplate";
  readonly metadata: ObjectMeta;
  readonly spec: WorkflowSpec;
}

/** ConfigMapEnvSource selects a ConfigMap to populate the environment variables with. */
export interface ConfigMapEnvSource {
  /** Name of the referent. */
  readonly name?: string;
  /** Specify whether the ConfigMap must be defined. */
  readonly optional?: boolean;
}

/** Selects a key from a ConfigMap. */
export interface ConfigMapKeySelector {
  /** The key to select. */
  readonly key: string;
  /** Name of the referent. */
  readonly name?: string;
  /** Specify whether the ConfigMap or its key must be defined. */
  readonly optional?: boolean;
}

/** Adapts a ConfigMap into a projected volume. */
export interface ConfigMapProjection {
  /**
   * items if unspecified, each key-value pair in the Data field of the referenced ConfigMap will be projected
   * into the volume as a file whose name is the key and content is the value.
   */
  readonly items?: readonly KeyToPath[];
  /** Name of the referent. */
  readonly name?: string;
  /** optional specify whether the ConfigMap or its keys must be defined. */
  readonly optional?: boolean;
}

/** Adapts a ConfigMap into a volume. */
export interface ConfigMapVolumeSource {
  /** defaultMode is optional: mode bits used to set permissions on created files by default. */
  readonly defaultMode?: number;
  /**
   * items if unspecified, each key-value pair in the Data field of the referenced ConfigMap will be projected
   * into the volume as a file whose name is the key and content is the value.
   */
  readonly items?: readonly KeyToPath[];
  /** Name of the referent. */
  readonly name?: string;
  /** optional specify whether the ConfigMap or its keys must be defined. */
  readonly optional?: boolean;
}

/** A single application container that you want to run within a pod. */
export interface Container {
  /** Arguments to the entrypoint. */
  readonly args?: readonly string[];
  /** Entrypoint array. */
  readonly command?: readonly string[];
  /** List of environment variables to set in the container. */
  readonly env?: readonly EnvVar[];
  /** List of sources to populate environment variables in the container. */
  readonly envFrom?: readonly EnvFromSource[];
  /** Container image name. */
  readonly image: string;
  /** Image pull policy. */
  readonly imagePullPolicy?: OneOf<"Always" | "Never" | "IfNotPresent">;
  /** Actions that the management system should take in response to container lifecycle events. */
  readonly lifecycle?: Lifecycle;
  /** Periodic probe of container liveness. */
  readonly livenessProbe?: Probe;
  /** Name of the container specified as a DNS_LABEL. */
  readonly name?: string;
  /** List of ports to expose from the container. */
  readonly ports?: readonly ContainerPort[];
  /** Periodic probe of container service readiness. */
  readonly readinessProbe?: Probe;
  /** Resources resize policy for the container. */
  readonly resizePolicy?: readonly ContainerResizePolicy[];
  /** Compute Resources required by this container. */
  readonly resources?: ResourceRequirements;
  /** RestartPolicy defines the restart behavior of individual containers in a pod. */
  readonly restartPolicy?: string;
  /** SecurityContext defines the security options the container should be run with. */
  readonly securityContext?: SecurityContext;
  /** StartupProbe indicates that the Pod has successfully initialized. */
  readonly startupProbe?: Probe;
  /** Whether this container should allocate a buffer for stdin in the container runtime. */
  readonly stdin?: boolean;
  /**
   * Whether the container runtime should close the stdin channel after it has been opened by a single attach.
   */
  readonly stdinOnce?: boolean;
  /**
   * Path at which the file to which the container's termination message will be written is mounted into the
   * container's filesystem.
   */
  readonly terminationMessagePath?: string;
  /** Indicate how the termination message should be populated. */
  readonly terminationMessagePolicy?: OneOf<"File" | "FallbackToLogsOnError">;
  /** Whether this container should allocate a TTY for itself, also requires 'stdin' to be true. */
  readonly tty?: boolean;
  /** volumeDevices is the list of block devices to be used by the container. */
  readonly volumeDevices?: readonly VolumeDevice[];
  /** Pod volumes to mount into the container's filesystem. */
  readonly volumeMounts?: readonly VolumeMount[];
  /** Container's working directory. */
  readonly workingDir?: string;
}

export interface ContainerNode {
  /** Arguments to the entrypoint. */
  readonly args?: readonly string[];
  /** Entrypoint array. */
  readonly command?: readonly string[];
  readonly dependencies?: readonly string[];
  /** List of environment variables to set in the container. */
  readonly env?: readonly EnvVar[];
  /** List of sources to populate environment variables in the container. */
  readonly envFrom?: readonly EnvFromSource[];
  /** Container image name. */
  readonly image?: string;
  /** Image pull policy. */
  readonly imagePullPolicy?: OneOf<"Always" | "Never" | "IfNotPresent">;
  /** Actions that the management system should take in response to container lifecycle events. */
  readonly lifecycle?: Lifecycle;
  /** Periodic probe of container liveness. */
  readonly livenessProbe?: Probe;
  /** Name of the container specified as a DNS_LABEL. */
  readonly name: string;
  /** List of ports to expose from the container. */
  readonly ports?: readonly ContainerPort[];
  /** Periodic probe of container service readiness. */
  readonly readinessProbe?: Probe;
  /** Resources resize policy for the container. */
  readonly resizePolicy?: readonly ContainerResizePolicy[];
  /** Compute Resources required by this container. */
  readonly resources?: ResourceRequirements;
  /** RestartPolicy defines the restart behavior of individual containers in a pod. */
  readonly restartPolicy?: string;
  /** SecurityContext defines the security options the container should be run with. */
  readonly securityContext?: SecurityContext;
  /** StartupProbe indicates that the Pod has successfully initialized. */
  readonly startupProbe?: Probe;
  /** Whether this container should allocate a buffer for stdin in the container runtime. */
  readonly stdin?: boolean;
  /**
   * Whether the container runtime should close the stdin channel after it has been opened by a single attach.
   */
  readonly stdinOnce?: boolean;
  /**
   * Path at which the file to which the container's termination message will be written is mounted into the
   * container's filesystem.
   */
  readonly terminationMessagePath?: string;
  /** Indicate how the termination message should be populated. */
  readonly terminationMessagePolicy?: OneOf<"File" | "FallbackToLogsOnError">;
  /** Whether this container should allocate a TTY for itself, also requires 'stdin' to be true. */
  readonly tty?: boolean;
  /** volumeDevices is the list of block devices to be used by the container. */
  readonly volumeDevices?: readonly VolumeDevice[];
  /** Pod volumes to mount into the container's filesystem. */
  readonly volumeMounts?: readonly VolumeMount[];
  /** Container's working directory. */
  readonly workingDir?: string;
}

/** ContainerPort represents a network port in a single container. */
export interface ContainerPort {
  /** Number of port to expose on the pod's IP address. */
  readonly containerPort: number;
  /** What host IP to bind the external port to. */
  readonly hostIP?: string;
  /** Number of port to expose on the host. */
  readonly hostPort?: number;
  /** If specified, this must be an IANA_SVC_NAME and unique within the pod. */
  readonly name?: string;
  /** Protocol for port. */
  readonly protocol?: OneOf<"TCP" | "UDP" | "SCTP">;
}

/** ContainerResizePolicy represents resource resize policy for the container. */
export interface ContainerResizePolicy {
  /** Name of the resource to which this resource resize policy applies. */
  readonly resourceName: string;
  /** Restart policy to apply when specified resource is resized. */
  readonly restartPolicy: string;
}

/** ContainerSetRetryStrategy provides controls on how to retry a container set. */
export interface ContainerSetRetryStrategy {
  /** Duration is the time between each retry, examples values are "300ms", "1s" or "5m". */
  readonly duration?: string;
  /** Retries is the maximum number of retry attempts for each container. */
  readonly retries: IntOrString;
}

export interface ContainerSetTemplate {
  readonly containers: readonly ContainerNode[];
  /** RetryStrategy describes how to retry container nodes if the container set fails. */
  readonly retryStrategy?: ContainerSetRetryStrategy;
  readonly volumeMounts?: readonly VolumeMount[];
}

/** ContinueOn defines if a workflow should continue even if a task or step fails/errors. */
export interface ContinueOn {
  readonly error?: boolean;
  readonly failed?: boolean;
}

/** Counter is a Counter prometheus metric. */
export interface Counter {
  /** Value is the value of the metric. */
  readonly value: string;
}

/** CreateS3BucketOptions options used to determine automatic automatic bucket-creation process. */
export interface CreateS3BucketOptions {
  /** ObjectLocking Enable object locking. */
  readonly objectLocking?: boolean;
}

/** CronWorkflow is the definition of a scheduled workflow resource. */
export interface CronWorkflow {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: "argoproj.io/v1alpha1";
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: "CronWorkflow";
  readonly metadata: ObjectMeta;
  readonly spec: CronWorkflowSpec;
}

/** CronWorkflowSpec is the specification of a CronWorkflow. */
export interface CronWorkflowSpec {
  /** ConcurrencyPolicy is the K8s-style concurrency policy that will be used. */
  readonly concurrencyPolicy?: OneOf<"Allow" | "Forbid" | "Replace">;
  /** FailedJobsHistoryLimit is the number of failed jobs to be kept at a time. */
  readonly failedJobsHistoryLimit?: number;
  /** v3.6 and after: Schedules is a list of schedules to run the Workflow in Cron format. */
  readonly schedules: readonly string[];
  /**
   * StartingDeadlineSeconds is the K8s-style deadline that will limit the time a CronWorkflow will be run
   * after its original scheduled time if it is missed.
   */
  readonly startingDeadlineSeconds?: number;
  /** v3.6 and after: StopStrategy defines if the CronWorkflow should stop scheduling based on a condition. */
  readonly stopStrategy?: StopStrategy;
  /** SuccessfulJobsHistoryLimit is the number of successful jobs to be kept at a time. */
  readonly successfulJobsHistoryLimit?: number;
  /** Suspend is a flag that will stop new CronWorkflows from running if set to true. */
  readonly suspend?: boolean;
  /** Timezone is the timezone against which the cron schedule will be calculated, e.g. "Asia/Tokyo". */
  readonly timezone?: string;
  /** v3.6 and after: When is an expression that determines if a run should be scheduled. */
  readonly when?: string;
  /** WorkflowMetadata contains some metadata of the workflow to be run. */
  readonly workflowMetadata?: ObjectMeta;
  /** WorkflowSpec is the spec of the workflow to be run. */
  readonly workflowSpec: WorkflowSpec;
}

/**
 * DAGTask represents a node in the graph during DAG execution Note: CEL validation cannot check withItems
 * (Schemaless) or inline (PreserveUnknownFields) fields.
 */
export interface DAGTask {
  /** Arguments are the parameter and artifact arguments to the template. */
  readonly arguments?: Arguments;
  /** ContinueOn makes argo to proceed with the following step even if this step fails. */
  readonly continueOn?: ContinueOn;
  /** Dependencies are name of other targets which this depends on. */
  readonly dependencies?: readonly string[];
  /** Depends are name of other targets which this depends on. */
  readonly depends?: string;
  /**
   * Hooks hold the lifecycle hook which is invoked at lifecycle of task, irrespective of the success,
   * failure, or error status of the primary task.
   */
  readonly hooks?: Readonly<Record<string, LifecycleHook>>;
  /** Inline is the template. */
  readonly inline?: Template;
  /** Name is the name of the target. */
  readonly name: string;
  /**
   * OnExit is a template reference which is invoked at the end of the template, irrespective of the success,
   * failure, or error of the primary template.
   */
  readonly onExit?: string;
  /** Name of template to execute. */
  readonly template?: string;
  /** TemplateRef is the reference to the template resource to execute. */
  readonly templateRef?: TemplateRef;
  /** When is an expression in which the task should conditionally execute. */
  readonly when?: string;
  /**
   * WithItems expands a task into multiple parallel tasks from the items in the list Note: The structure of
   * WithItems is free-form, so we need "x-kubernetes-preserve-unknown-fields: true" in the validation schema.
   */
  readonly withItems?: readonly Item[];
  /**
   * WithParam expands a task into multiple parallel tasks from the value in the parameter, which is expected
   * to be a JSON list.
   */
  readonly withParam?: string;
  /** WithSequence expands a task into a numeric sequence. */
  readonly withSequence?: Sequence;
}

/** DAGTemplate is a template subtype for directed acyclic graph templates. */
export interface DAGTemplate {
  /** This flag is for DAG logic. */
  readonly failFast?: boolean;
  /** Target are one or more names of targets to execute in a DAG. */
  readonly target?: string;
  /** Tasks are a list of DAG tasks. */
  readonly tasks: readonly DAGTask[];
}

/** Data is a data template. */
export interface Data {
  /** Source sources external data into a data template. */
  readonly source: DataSource;
  /** Transformation applies a set of transformations. */
  readonly transformation: readonly TransformationStep[];
}

/** DataSource sources external data into a data template. */
export interface DataSource {
  /** ArtifactPaths is a data transformation that collects a list of artifact paths. */
  readonly artifactPaths?: ArtifactPaths;
}

/** Represents downward API info for projecting into a projected volume. */
export interface DownwardAPIProjection {
  /** Items is a list of DownwardAPIVolume file. */
  readonly items?: readonly DownwardAPIVolumeFile[];
}

/** DownwardAPIVolumeFile represents information to create the file containing the pod field. */
export interface DownwardAPIVolumeFile {
  /** Selects a field of the pod: only annotations, labels, name, namespace and uid are supported. */
  readonly fieldRef?: ObjectFieldSelector;
  /**
   * mode bits used to set permissions on this file, must be an octal value between 0000 and 0777 or a decimal
   * value between 0 and 511.
   */
  readonly mode?: number;
  /** Path is the relative path name of the file to be created. */
  readonly path: string;
  /**
   * Selects a resource of the container: only resources limits and requests (limits.cpu, limits.memory,
   * requests.cpu and requests.memory) are currently supported.
   */
  readonly resourceFieldRef?: ResourceFieldSelector;
}

/** DownwardAPIVolumeSource represents a volume containing downward API info. */
export interface DownwardAPIVolumeSource {
  /** mode bits to use on created files by default. */
  readonly defaultMode?: number;
  /** Items is a list of downward API volume file. */
  readonly items?: readonly DownwardAPIVolumeFile[];
}

/** Represents an empty directory for a pod. */
export interface EmptyDirVolumeSource {
  /** medium represents what type of storage medium should back this directory. */
  readonly medium?: string;
  /** sizeLimit is the total amount of local storage required for this EmptyDir volume. */
  readonly sizeLimit?: Quantity;
}

/** EnvFromSource represents the source of a set of ConfigMaps or Secrets. */
export interface EnvFromSource {
  /** The ConfigMap to select from. */
  readonly configMapRef?: ConfigMapEnvSource;
  /** Optional text to prepend to the name of each environment variable. */
  readonly prefix?: string;
  /** The Secret to select from. */
  readonly secretRef?: SecretEnvSource;
}

/** EnvVar represents an environment variable present in a Container. */
export interface EnvVar {
  /** Name of the environment variable. */
  readonly name: string;
  /**
   * Variable references $(VAR_NAME) are expanded using the previously defined environment variables in the
   * container and any service environment variables.
   */
  readonly value?: string;
  /** Source for the environment variable's value. */
  readonly valueFrom?: EnvVarSource;
}

/** EnvVarSource represents a source for the value of an EnvVar. */
export interface EnvVarSource {
  /** Selects a key of a ConfigMap. */
  readonly configMapKeyRef?: ConfigMapKeySelector;
  /**
   * Selects a field of the pod: supports metadata.name, metadata.namespace, `metadata.labels['<KEY>']`,
   * `metadata.annotations['<KEY>']`, spec.nodeName, spec.serviceAccountName, status.hostIP, status.podIP,
   * status.podIPs.
   */
  readonly fieldRef?: ObjectFieldSelector;
  /**
   * Selects a resource of the container: only resources limits and requests (limits.cpu, limits.memory,
   * limits.ephemeral-storage, requests.cpu, requests.memory and requests.ephemeral-storage) are currently
   * supported.
   */
  readonly resourceFieldRef?: ResourceFieldSelector;
  /** Selects a key of a secret in the pod's namespace. */
  readonly secretKeyRef?: SecretKeySelector;
}

/** Represents an ephemeral volume that is handled by a normal storage driver. */
export interface EphemeralVolumeSource {
  /** Will be used to create a stand-alone PVC to provision the volume. */
  readonly volumeClaimTemplate?: PersistentVolumeClaimTemplate;
}

export interface Event {
  /** Selector (https://github.com/expr-lang/expr) that we must must match the workflow. */
  readonly selector: string;
}

/** ExecAction describes a "run in container" action. */
export interface ExecAction {
  /**
   * Command is the command line to execute inside the container, the working directory for the command is
   * root ('/') in the container's filesystem.
   */
  readonly command?: readonly string[];
}

/** ExecutorConfig holds configurations of an executor container. */
export interface ExecutorConfig {
  /** ServiceAccountName specifies the service account name of the executor container. */
  readonly serviceAccountName?: string;
}

/** Represents a Fibre Channel volume. */
export interface FCVolumeSource {
  /** fsType is the filesystem type to mount. */
  readonly fsType?: string;
  /** lun is Optional: FC target lun number. */
  readonly lun?: number;
  /** readOnly is Optional: Defaults to false (read/write). */
  readonly readOnly?: boolean;
  /** targetWWNs is Optional: FC target worldwide names (WWNs). */
  readonly targetWWNs?: readonly string[];
  /**
   * wwids Optional: FC volume world wide identifiers (wwids) Either wwids or combination of targetWWNs and
   * lun must be set, but not both simultaneously.
   */
  readonly wwids?: readonly string[];
}

/** FieldsV1 stores a set of fields in a data structure like a Trie, in JSON format. */
export type FieldsV1 = JsonObject;

/**
 * FlexVolume represents a generic volume resource that is provisioned/attached using an exec based plugin.
 */
export interface FlexVolumeSource {
  /** driver is the name of the driver to use for this volume. */
  readonly driver: string;
  /** fsType is the filesystem type to mount. */
  readonly fsType?: string;
  /** options is Optional: this field holds extra command options if any. */
  readonly options?: Readonly<Record<string, string>>;
  /** readOnly is Optional: defaults to false (read/write). */
  readonly readOnly?: boolean;
  /**
   * secretRef is Optional: secretRef is reference to the secret object containing sensitive information to
   * pass to the plugin scripts.
   */
  readonly secretRef?: LocalObjectReference;
}

/** Represents a Flocker volume mounted by the Flocker agent. */
export interface FlockerVolumeSource {
  /**
   * datasetName is Name of the dataset stored as metadata -> name on the dataset for Flocker should be
   * considered as deprecated.
   */
  readonly datasetName?: string;
  /** datasetUUID is the UUID of the dataset. */
  readonly datasetUUID?: string;
}

/** Represents a Persistent Disk resource in Google Compute Engine. */
export interface GCEPersistentDiskVolumeSource {
  /** fsType is filesystem type of the volume that you want to mount. */
  readonly fsType?: string;
  /** partition is the partition in the volume that you want to mount. */
  readonly partition?: number;
  /** pdName is unique name of the PD resource in GCE. */
  readonly pdName: string;
  /** readOnly here will force the ReadOnly setting in VolumeMounts. */
  readonly readOnly?: boolean;
}

/** GCSArtifact is the location of a GCS artifact. */
export interface GCSArtifact {
  /** Bucket is the name of the bucket. */
  readonly bucket?: string;
  /** Key is the path in the bucket where the artifact resides. */
  readonly key: string;
  /** ServiceAccountKeySecret is the secret selector to the bucket's service account key. */
  readonly serviceAccountKeySecret?: SecretKeySelector;
}

/** GRPCAction specifies an action involving a GRPC service. */
export interface GRPCAction {
  /** Port number of the gRPC service. */
  readonly port: number;
  /**
   * Service is the name of the service to place in the gRPC HealthCheckRequest (see
   * https://github.com/grpc/grpc/blob/master/doc/health-checking.md).
   */
  readonly service?: string;
}

/** Gauge is a Gauge prometheus metric. */
export interface Gauge {
  /** Operation defines the operation to apply with value and the metrics' current value. */
  readonly operation?: string;
  /** Realtime emits this metric in real time if applicable. */
  readonly realtime: boolean;
  /** Value is the value to be used in the operation with the metric's current value. */
  readonly value: string;
}

/** GitArtifact is the location of a git artifact. */
export interface GitArtifact {
  /** Branch is the branch to fetch when `SingleBranch` is enabled. */
  readonly branch?: string;
  /**
   * Depth specifies clones/fetches should be shallow and include the given number of commits from the branch
   * tip.
   */
  readonly depth?: number;
  /** DisableSubmodules disables submodules during git clone. */
  readonly disableSubmodules?: boolean;
  /** Fetch specifies a number of refs that should be fetched before checkout. */
  readonly fetch?: readonly string[];
  /** InsecureIgnoreHostKey disables SSH strict host key checking during git clone. */
  readonly insecureIgnoreHostKey?: boolean;
  /** InsecureSkipTLS disables server certificate verification resulting in insecure HTTPS connections. */
  readonly insecureSkipTLS?: boolean;
  /** PasswordSecret is the secret selector to the repository password. */
  readonly passwordSecret?: SecretKeySelector;
  /** Repo is the git repository. */
  readonly repo: string;
  /** Revision is the git commit, tag, branch to checkout. */
  readonly revision?: string;
  /** SingleBranch enables single branch clone, using the `branch` parameter. */
  readonly singleBranch?: boolean;
  /** SSHPrivateKeySecret is the secret selector to the repository ssh private key. */
  readonly sshPrivateKeySecret?: SecretKeySelector;
  /** UsernameSecret is the secret selector to the repository username. */
  readonly usernameSecret?: SecretKeySelector;
}

/** Represents a volume that is populated with the contents of a git repository. */
export interface GitRepoVolumeSource {
  /** directory is the target directory name. */
  readonly directory?: string;
  /** repository is the URL. */
  readonly repository: string;
  /** revision is the commit hash for the specified revision. */
  readonly revision?: string;
}

/** Represents a Glusterfs mount that lasts the lifetime of a pod. */
export interface GlusterfsVolumeSource {
  /** endpoints is the endpoint name that details Glusterfs topology. */
  readonly endpoints: string;
  /** path is the Glusterfs volume path. */
  readonly path: string;
  /** readOnly here will force the Glusterfs volume to be mounted with read-only permissions. */
  readonly readOnly?: boolean;
}

/** HDFSArtifact is the location of an HDFS artifact. */
export interface HDFSArtifact {
  /** Addresses is accessible addresses of HDFS name nodes. */
  readonly addresses?: readonly string[];
  /** DataTransferProtection is the protection level for HDFS data transfer. */
  readonly dataTransferProtection?: string;
  /** Force copies a file forcibly even if it exists. */
  readonly force?: boolean;
  /** HDFSUser is the user to access HDFS file system. */
  readonly hdfsUser?: string;
  /**
   * KrbCCacheSecret is the secret selector for Kerberos ccache Either ccache or keytab can be set to use
   * Kerberos.
   */
  readonly krbCCacheSecret?: SecretKeySelector;
  /**
   * KrbConfig is the configmap selector for Kerberos config as string It must be set if either ccache or
   * keytab is used.
   */
  readonly krbConfigConfigMap?: ConfigMapKeySelector;
  /**
   * KrbKeytabSecret is the secret selector for Kerberos keytab Either ccache or keytab can be set to use
   * Kerberos.
   */
  readonly krbKeytabSecret?: SecretKeySelector;
  /** KrbRealm is the Kerberos realm used with Kerberos keytab It must be set if keytab is used. */
  readonly krbRealm?: string;
  /**
   * KrbServicePrincipalName is the principal name of Kerberos service It must be set if either ccache or
   * keytab is used.
   */
  readonly krbServicePrincipalName?: string;
  /** KrbUsername is the Kerberos username used with Kerberos keytab It must be set if keytab is used. */
  readonly krbUsername?: string;
  /** Path is a file path in HDFS. */
  readonly path: string;
}

export interface HTTP {
  /** Body is content of the HTTP Request. */
  readonly body?: string;
  /** BodyFrom is content of the HTTP Request as Bytes. */
  readonly bodyFrom?: HTTPBodySource;
  /** Headers are an optional list of headers to send with HTTP requests. */
  readonly headers?: readonly HTTPHeader[];
  /** InsecureSkipVerify is a bool when if set to true will skip TLS verification for the HTTP client. */
  readonly insecureSkipVerify?: boolean;
  /** Method is HTTP methods for HTTP Request. */
  readonly method?: string;
  /** SuccessCondition is an expression if evaluated to true is considered successful. */
  readonly successCondition?: string;
  /** TimeoutSeconds is request timeout for HTTP Request. */
  readonly timeoutSeconds?: number;
  /** URL of the HTTP Request. */
  readonly url: string;
}

/** HTTPArtifact allows a file served on HTTP to be placed as an input artifact in a container. */
export interface HTTPArtifact {
  /** Auth contains information for client authentication. */
  readonly auth?: HTTPAuth;
  /** Headers are an optional list of headers to send with HTTP requests for artifacts. */
  readonly headers?: readonly Header[];
  /** URL of the artifact. */
  readonly url: string;
}

export interface HTTPAuth {
  readonly basicAuth?: BasicAuth;
  readonly clientCert?: ClientCertAuth;
  readonly oauth2?: OAuth2Auth;
}

/** HTTPBodySource contains the source of the HTTP body. */
export interface HTTPBodySource {
  readonly bytes?: string;
}

/** HTTPGetAction describes an action based on HTTP Get requests. */
export interface HTTPGetAction {
  /** Host name to connect to, defaults to the pod IP. */
  readonly host?: string;
  /** Custom headers to set in the request. */
  readonly httpHeaders?: readonly KubernetesHTTPHeader[];
  /** Path to access on the HTTP server. */
  readonly path?: string;
  /** Name or number of the port to access on the container. */
  readonly port: IntOrString;
  /** Scheme to use for connecting to the host. */
  readonly scheme?: OneOf<"HTTP" | "HTTPS">;
}

export interface HTTPHeader {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: HTTPHeaderSource;
}

export interface HTTPHeaderSource {
  readonly secretKeyRef?: SecretKeySelector;
}

/** Header indicate a key-value request header to be used when fetching artifacts over HTTP. */
export interface Header {
  /** Name is the header name. */
  readonly name: string;
  /** Value is the literal value to use for the header. */
  readonly value: string;
}

/** Histogram is a Histogram prometheus metric. */
export interface Histogram {
  /** Buckets is a list of bucket divisors for the histogram. */
  readonly buckets: readonly Amount[];
  /** Value is the value of the metric. */
  readonly value: string;
}

/**
 * HostAlias holds the mapping between IP and hostnames that will be injected as an entry in the pod's hosts
 * file.
 */
export interface HostAlias {
  /** Hostnames for the above IP address. */
  readonly hostnames?: readonly string[];
  /** IP address of the host file entry. */
  readonly ip: string;
}

/** Represents a host path mapped into a pod. */
export interface HostPathVolumeSource {
  /** path of the directory on the host. */
  readonly path: string;
  /** type for HostPath Volume Defaults to "". */
  readonly type?: string;
}

/** Represents an ISCSI disk. */
export interface ISCSIVolumeSource {
  /** chapAuthDiscovery defines whether support iSCSI Discovery CHAP authentication. */
  readonly chapAuthDiscovery?: boolean;
  /** chapAuthSession defines whether support iSCSI Session CHAP authentication. */
  readonly chapAuthSession?: boolean;
  /** fsType is the filesystem type of the volume that you want to mount. */
  readonly fsType?: string;
  /** initiatorName is the custom iSCSI Initiator Name. */
  readonly initiatorName?: string;
  /** iqn is the target iSCSI Qualified Name. */
  readonly iqn: string;
  /** iscsiInterface is the interface Name that uses an iSCSI transport. */
  readonly iscsiInterface?: string;
  /** lun represents iSCSI Target Lun number. */
  readonly lun: number;
  /** portals is the iSCSI Target Portal List. */
  readonly portals?: readonly string[];
  /** readOnly here will force the ReadOnly setting in VolumeMounts. */
  readonly readOnly?: boolean;
  /** secretRef is the CHAP Secret for iSCSI target and initiator authentication. */
  readonly secretRef?: LocalObjectReference;
  /** targetPortal is iSCSI Target Portal. */
  readonly targetPortal: string;
}

/** ImageVolumeSource represents a image volume resource. */
export interface ImageVolumeSource {
  /** Policy for pulling OCI objects. */
  readonly pullPolicy?: OneOf<"Always" | "Never" | "IfNotPresent">;
  /** Image or artifact reference to be used. */
  readonly reference?: string;
}

/** Inputs are the mechanism for passing parameters, artifacts, volumes from one template to another. */
export interface Inputs {
  /** Artifact are a list of artifacts passed as inputs. */
  readonly artifacts?: readonly Artifact[];
  /** Parameters are a list of parameters passed as inputs. */
  readonly parameters?: readonly Parameter[];
}

export type IntOrString = number | string;

/**
 * Item expands a single workflow step into multiple parallel steps The value of Item can be a map, string,
 * bool, or number.
 */
export type Item = JsonValue;

/** Maps a string key to a path within a volume. */
export interface KeyToPath {
  /** key is the key to project. */
  readonly key: string;
  /** mode is Optional: mode bits used to set permissions on this file. */
  readonly mode?: number;
  /** path is the relative path of the file to map the key to. */
  readonly path: string;
}

/** HTTPHeader describes a custom header to be used in HTTP probes. */
export interface KubernetesHTTPHeader {
  /** The header field name. */
  readonly name: string;
  /** The header field value. */
  readonly value: string;
}

/** A label selector is a label query over a set of resources. */
export interface LabelSelector {
  /** matchExpressions is a list of label selector requirements. */
  readonly matchExpressions?: readonly LabelSelectorRequirement[];
  /** matchLabels is a map of {key,value} pairs. */
  readonly matchLabels?: Readonly<Record<string, string>>;
}

/**
 * A label selector requirement is a selector that contains values, a key, and an operator that relates the
 * key and values.
 */
export interface LabelSelectorRequirement {
  /** key is the label key that the selector applies to. */
  readonly key: string;
  /** operator represents a key's relationship to a set of values. */
  readonly operator: OneOf<"In" | "NotIn" | "Exists" | "DoesNotExist">;
  /** values is an array of string values. */
  readonly values?: readonly string[];
}

export interface LabelValueFrom {
  readonly expression: string;
}

/**
 * Lifecycle describes actions that the management system should take in response to container lifecycle
 * events.
 */
export interface Lifecycle {
  /** PostStart is called immediately after a container is created. */
  readonly postStart?: LifecycleHandler;
  /**
   * PreStop is called immediately before a container is terminated due to an API request or management event
   * such as liveness/startup probe failure, preemption, resource contention, etc. The handler is not called
   * if the container crashes or exits.
   */
  readonly preStop?: LifecycleHandler;
  /** StopSignal defines which signal will be sent to a container when it is being stopped. */
  readonly stopSignal?: string;
}

/** LifecycleHandler defines a specific action that should be taken in a lifecycle hook. */
export interface LifecycleHandler {
  /** Exec specifies a command to execute in the container. */
  readonly exec?: ExecAction;
  /** HTTPGet specifies an HTTP GET request to perform. */
  readonly httpGet?: HTTPGetAction;
  /** Sleep represents a duration that the container should sleep. */
  readonly sleep?: SleepAction;
  /** @deprecated TCPSocket is NOT supported as a LifecycleHandler and kept for backward compatibility. */
  readonly tcpSocket?: TCPSocketAction;
}

export interface LifecycleHook {
  /** Arguments hold arguments to the template. */
  readonly arguments?: Arguments;
  /** Expression is a condition expression for when a node will be retried. */
  readonly expression?: string;
  /** Template is the name of the template to execute by the hook. */
  readonly template?: string;
  /** TemplateRef is the reference to the template resource to execute by the hook. */
  readonly templateRef?: TemplateRef;
}

/**
 * LocalObjectReference contains enough information to let you locate the referenced object inside the same
 * namespace.
 */
export interface LocalObjectReference {
  /** Name of the referent. */
  readonly name?: string;
}

/**
 * ManagedFieldsEntry is a workflow-id, a FieldSet and the group version of the resource that the fieldset
 * applies to.
 */
export interface ManagedFieldsEntry {
  /** APIVersion defines the version of this resource that this field set applies to. */
  readonly apiVersion?: string;
  /** FieldsType is the discriminator for the different fields format and version. */
  readonly fieldsType?: string;
  /** FieldsV1 holds the first JSON version format as described in the "FieldsV1" type. */
  readonly fieldsV1?: FieldsV1;
  /** Manager is an identifier of the workflow managing these fields. */
  readonly manager?: string;
  /** Operation is the type of operation which lead to this ManagedFieldsEntry being created. */
  readonly operation?: string;
  /**
   * Subresource is the name of the subresource used to update that object, or empty string if the object was
   * updated through the main resource.
   */
  readonly subresource?: string;
  /** Time is the timestamp of when the ManagedFields entry was added. */
  readonly time?: Time;
}

export interface ManifestFrom {
  /** Artifact contains the artifact to use. */
  readonly artifact: Artifact;
}

/** Memoization enables caching for the Outputs of the template. */
export interface Memoize {
  /** Cache sets and configures the kind of cache. */
  readonly cache: Cache;
  /** Key is the key to use as the caching key. */
  readonly key: string;
  /** MaxAge is the maximum age (e.g. "180s", "24h") of an entry that is still considered valid. */
  readonly maxAge: string;
}

/** Pod metadata. */
export interface Metadata {
  readonly annotations?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
}

/** MetricLabel is a single label for a prometheus metric. */
export interface MetricLabel {
  readonly key: string;
  readonly value: string;
}

/** Metrics are a list of metrics emitted from a Workflow/Template. */
export interface Metrics {
  /** Prometheus is a list of prometheus metrics to be emitted. */
  readonly prometheus: readonly Prometheus[];
}

/** Mutex holds Mutex configuration. */
export interface Mutex {
  /** Database specifies this is database controlled if this is set true. */
  readonly database?: boolean;
  /** name of the mutex. */
  readonly name?: string;
  /** Namespace is the namespace of the mutex, default: [namespace of workflow]. */
  readonly namespace?: string;
}

/** Represents an NFS mount that lasts the lifetime of a pod. */
export interface NFSVolumeSource {
  /** path that is exported by the NFS server. */
  readonly path: string;
  /** readOnly here will force the NFS export to be mounted with read-only permissions. */
  readonly readOnly?: boolean;
  /** server is the hostname or IP address of the NFS server. */
  readonly server: string;
}

/** Node affinity is a group of node affinity scheduling rules. */
export interface NodeAffinity {
  /**
   * The scheduler will prefer to schedule pods to nodes that satisfy the affinity expressions specified by
   * this field, but it may choose a node that violates one or more of the expressions.
   */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly PreferredSchedulingTerm[];
  /**
   * If the affinity requirements specified by this field are not met at scheduling time, the pod will not be
   * scheduled onto the node.
   */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: NodeSelector;
}

/**
 * A node selector represents the union of the results of one or more label queries over a set of nodes; that
 * is, it represents the OR of the selectors represented by the node selector terms.
 */
export interface NodeSelector {
  /** A list of node selector terms. */
  readonly nodeSelectorTerms: readonly NodeSelectorTerm[];
}

/**
 * A node selector requirement is a selector that contains values, a key, and an operator that relates the key
 * and values.
 */
export interface NodeSelectorRequirement {
  /** The label key that the selector applies to. */
  readonly key: string;
  /** Represents a key's relationship to a set of values. */
  readonly operator: OneOf<"In" | "NotIn" | "Exists" | "DoesNotExist" | "Gt" | "Lt">;
  /** An array of string values. */
  readonly values?: readonly string[];
}

/** A null or empty node selector term matches no objects. */
export interface NodeSelectorTerm {
  /** A list of node selector requirements by node's labels. */
  readonly matchExpressions?: readonly NodeSelectorRequirement[];
  /** A list of node selector requirements by node's fields. */
  readonly matchFields?: readonly NodeSelectorRequirement[];
}

/** NoneStrategy indicates to skip tar process and upload the files or directory tree as independent files. */
export type NoneStrategy = EmptyObject;

/** OAuth2Auth holds all information for client authentication via OAuth2 tokens. */
export interface OAuth2Auth {
  readonly clientIDSecret?: SecretKeySelector;
  readonly clientSecretSecret?: SecretKeySelector;
  readonly endpointParams?: readonly OAuth2EndpointParam[];
  readonly scopes?: readonly string[];
  readonly tokenURLSecret?: SecretKeySelector;
}

/** EndpointParam is for requesting optional fields that should be sent in the oauth request. */
export interface OAuth2EndpointParam {
  /** Name is the header name. */
  readonly key: string;
  /** Value is the literal value to use for the header. */
  readonly value?: string;
}

/** OSSArtifact is the location of an Alibaba Cloud OSS artifact. */
export interface OSSArtifact {
  /** AccessKeySecret is the secret selector to the bucket's access key. */
  readonly accessKeySecret?: SecretKeySelector;
  /** Bucket is the name of the bucket. */
  readonly bucket?: string;
  /**
   * CreateBucketIfNotPresent tells the driver to attempt to create the OSS bucket for output artifacts, if it
   * doesn't exist.
   */
  readonly createBucketIfNotPresent?: boolean;
  /** Endpoint is the hostname of the bucket endpoint. */
  readonly endpoint?: string;
  /** Key is the path in the bucket where the artifact resides. */
  readonly key: string;
  /** LifecycleRule specifies how to manage bucket's lifecycle. */
  readonly lifecycleRule?: OSSLifecycleRule;
  /** SecretKeySecret is the secret selector to the bucket's secret key. */
  readonly secretKeySecret?: SecretKeySelector;
  /** SecurityToken is the user's temporary security token. */
  readonly securityToken?: string;
  /** UseSDKCreds tells the driver to figure out credentials based on sdk defaults. */
  readonly useSDKCreds?: boolean;
}

/** OSSLifecycleRule specifies how to manage bucket's lifecycle. */
export interface OSSLifecycleRule {
  /** MarkDeletionAfterDays is the number of days before we delete objects in the bucket. */
  readonly markDeletionAfterDays?: number;
  /**
   * MarkInfrequentAccessAfterDays is the number of days before we convert the objects in the bucket to
   * Infrequent Access (IA) storage type.
   */
  readonly markInfrequentAccessAfterDays?: number;
}

/** ObjectFieldSelector selects an APIVersioned field of an object. */
export interface ObjectFieldSelector {
  /** Version of the schema the FieldPath is written in terms of, defaults to "v1". */
  readonly apiVersion?: string;
  /** Path of the field to select in the specified API version. */
  readonly fieldPath: string;
}

/**
 * ObjectMeta is metadata that all persisted resources must have, which includes all objects users must
 * create.
 */
export interface ObjectMeta {
  /**
   * Annotations is an unstructured key value map stored with a resource that may be set by external tools to
   * store and retrieve arbitrary metadata.
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /** CreationTimestamp is a timestamp representing the server time when this object was created. */
  readonly creationTimestamp?: Time;
  /**
   * Number of seconds allowed for this object to gracefully terminate before it will be removed from the
   * system.
   */
  readonly deletionGracePeriodSeconds?: number;
  /** DeletionTimestamp is RFC 3339 date and time at which this resource will be deleted. */
  readonly deletionTimestamp?: Time;
  /** Must be empty before the object is deleted from the registry. */
  readonly finalizers?: readonly string[];
  /**
   * GenerateName is an optional prefix, used by the server, to generate a unique name ONLY IF the Name field
   * has not been provided.
   */
  readonly generateName?: string;
  /** A sequence number representing a specific generation of the desired state. */
  readonly generation?: number;
  /** Map of string keys and values that can be used to organize and categorize (scope and select) objects. */
  readonly labels?: Readonly<Record<string, string>>;
  /** ManagedFields maps workflow-id and version to the set of fields that are managed by that workflow. */
  readonly managedFields?: readonly ManagedFieldsEntry[];
  /** Name must be unique within a namespace. */
  readonly name?: string;
  /** Namespace defines the space within which each name must be unique. */
  readonly namespace?: string;
  /** List of objects depended by this object. */
  readonly ownerReferences?: readonly OwnerReference[];
  /**
   * An opaque value that represents the internal version of this object that can be used by clients to
   * determine when objects have changed.
   */
  readonly resourceVersion?: string;
  /** @deprecated selfLink is a legacy read-only field that is no longer populated by the system. */
  readonly selfLink?: string;
  /** UID is the unique in time and space value for this object. */
  readonly uid?: string;
}

/** Outputs hold parameters, artifacts, and results from a step. */
export interface Outputs {
  /** Artifacts holds the list of output artifacts produced by a step. */
  readonly artifacts?: readonly Artifact[];
  /** ExitCode holds the exit code of a script template. */
  readonly exitCode?: string;
  /** Parameters holds the list of output parameters produced by a step. */
  readonly parameters?: readonly Parameter[];
  /**
   * Result holds the result (stdout) of a script or container template, or the response body of an HTTP
   * template.
   */
  readonly result?: string;
}

/** OwnerReference contains enough information to let you identify an owning object. */
export interface OwnerReference {
  /** API version of the referent. */
  readonly apiVersion: string;
  /**
   * If true, AND if the owner has the "foregroundDeletion" finalizer, then the owner cannot be deleted from
   * the key-value store until this reference is removed.
   */
  readonly blockOwnerDeletion?: boolean;
  /** If true, this reference points to the managing controller. */
  readonly controller?: boolean;
  /** Kind of the referent. */
  readonly kind: string;
  /** Name of the referent. */
  readonly name: string;
  /** UID of the referent. */
  readonly uid: string;
}

export type ParallelSteps = readonly WorkflowStep[];

/** Parameter indicate a passed string parameter to a service template with an optional default value. */
export interface Parameter {
  /** Default is the default value to use for an input parameter if a value was not supplied. */
  readonly default?: string;
  /** Description is the parameter description. */
  readonly description?: string;
  /** Enum holds a list of string values to choose from, for the actual value of the parameter. */
  readonly enum?: readonly string[];
  /**
   * GlobalName exports an output parameter to the global scope, making it available as
   * workflow.outputs.parameters.XXXX and in workflow.status.outputs.parameters.
   */
  readonly globalName?: string;
  /** Name is the parameter name. */
  readonly name: string;
  /** Value is the literal value to use for the parameter. */
  readonly value?: string;
  /** ValueFrom is the source for the output parameter's value. */
  readonly valueFrom?: ValueFrom;
}

/** PersistentVolumeClaim is a user's request for and claim to a persistent volume. */
export interface PersistentVolumeClaim {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion?: string;
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind?: string;
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** spec defines the desired characteristics of a volume requested by a pod author. */
  readonly spec?: PersistentVolumeClaimSpec;
}

/**
 * PersistentVolumeClaimSpec describes the common attributes of storage devices and allows a Source for
 * provider-specific attributes.
 */
export interface PersistentVolumeClaimSpec {
  /** accessModes contains the desired access modes the volume should have. */
  readonly accessModes?: readonly OneOf<
    "ReadWriteOnce" | "ReadOnlyMany" | "ReadWriteMany" | "ReadWriteOncePod"
  >[];
  /**
   * dataSource field can be used to specify either: * An existing VolumeSnapshot object
   * (snapshot.storage.k8s.io/VolumeSnapshot) * An existing PVC (PersistentVolumeClaim) If the provisioner or
   * an external controller can support the specified data source, it will create a new volume based on the
   * contents of the specified data source.
   */
  readonly dataSource?: TypedLocalObjectReference;
  /**
   * dataSourceRef specifies the object from which to populate the volume with data, if a non-empty volume is
   * desired.
   */
  readonly dataSourceRef?: TypedObjectReference;
  /** resources represents the minimum resources the volume should have. */
  readonly resources?: VolumeResourceRequirements;
  /** selector is a label query over volumes to consider for binding. */
  readonly selector?: LabelSelector;
  /** storageClassName is the name of the StorageClass required by the claim. */
  readonly storageClassName?: string;
  /** volumeAttributesClassName may be used to set the VolumeAttributesClass used by this claim. */
  readonly volumeAttributesClassName?: string;
  /** volumeMode defines what type of volume is required by the claim. */
  readonly volumeMode?: OneOf<"Filesystem" | "Block">;
  /** volumeName is the binding reference to the PersistentVolume backing this claim. */
  readonly volumeName?: string;
}

/**
 * PersistentVolumeClaimTemplate is used to produce PersistentVolumeClaim objects as part of an
 * EphemeralVolumeSource.
 */
export interface PersistentVolumeClaimTemplate {
  /** May contain labels and annotations that will be copied into the PVC when creating it. */
  readonly metadata?: ObjectMeta;
  /** The specification for the PersistentVolumeClaim. */
  readonly spec: PersistentVolumeClaimSpec;
}

/** PersistentVolumeClaimVolumeSource references the user's PVC in the same namespace. */
export interface PersistentVolumeClaimVolumeSource {
  /** claimName is the name of a PersistentVolumeClaim in the same namespace as the pod using this volume. */
  readonly claimName: string;
  /** readOnly Will force the ReadOnly setting in VolumeMounts. */
  readonly readOnly?: boolean;
}

/** Represents a Photon Controller persistent disk resource. */
export interface PhotonPersistentDiskVolumeSource {
  /** fsType is the filesystem type to mount. */
  readonly fsType?: string;
  /** pdID is the ID that identifies Photon Controller persistent disk. */
  readonly pdID: string;
}

/** Plugin is an Object with exactly one key. */
export type Plugin = JsonObject;

/** PluginArtifact is the location of a plugin artifact. */
export interface PluginArtifact {
  /** Configuration is the plugin defined configuration for the artifact driver plugin. */
  readonly configuration?: string;
  /**
   * ConnectionTimeoutSeconds is the timeout for the artifact driver connection, overriding the driver's
   * timeout.
   */
  readonly connectionTimeoutSeconds?: number;
  /** Key is the path in the artifact repository where the artifact resides. */
  readonly key: string;
  /** Name is the name of the artifact driver plugin. */
  readonly name?: string;
}

/** Pod affinity is a group of inter pod affinity scheduling rules. */
export interface PodAffinity {
  /**
   * The scheduler will prefer to schedule pods to nodes that satisfy the affinity expressions specified by
   * this field, but it may choose a node that violates one or more of the expressions.
   */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly WeightedPodAffinityTerm[];
  /**
   * If the affinity requirements specified by this field are not met at scheduling time, the pod will not be
   * scheduled onto the node.
   */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[];
}

/**
 * Defines a set of pods (namely those matching the labelSelector relative to the given namespace(s)) that
 * this pod should be co-located (affinity) or not co-located (anti-affinity) with, where co-located is
 * defined as running on a node whose value of the label with key <topologyKey> matches that of any node on
 * which a pod of the set of pods is running.
 */
export interface PodAffinityTerm {
  /** A label query over a set of resources, in this case pods. */
  readonly labelSelector?: LabelSelector;
  /** MatchLabelKeys is a set of pod label keys to select which pods will be taken into consideration. */
  readonly matchLabelKeys?: readonly string[];
  /** MismatchLabelKeys is a set of pod label keys to select which pods will be taken into consideration. */
  readonly mismatchLabelKeys?: readonly string[];
  /** A label query over the set of namespaces that the term applies to. */
  readonly namespaceSelector?: LabelSelector;
  /** namespaces specifies a static list of namespace names that the term applies to. */
  readonly namespaces?: readonly string[];
  /**
   * This pod should be co-located (affinity) or not co-located (anti-affinity) with the pods matching the
   * labelSelector in the specified namespaces, where co-located is defined as running on a node whose value
   * of the label with key topologyKey matches that of any node on which any of the selected pods is running.
   */
  readonly topologyKey: string;
}

/** Pod anti affinity is a group of inter pod anti affinity scheduling rules. */
export interface PodAntiAffinity {
  /**
   * The scheduler will prefer to schedule pods to nodes that satisfy the anti-affinity expressions specified
   * by this field, but it may choose a node that violates one or more of the expressions.
   */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly WeightedPodAffinityTerm[];
  /**
   * If the anti-affinity requirements specified by this field are not met at scheduling time, the pod will
   * not be scheduled onto the node.
   */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[];
}

/** PodDNSConfig defines the DNS parameters of a pod in addition to those generated from DNSPolicy. */
export interface PodDNSConfig {
  /** A list of DNS name server IP addresses. */
  readonly nameservers?: readonly string[];
  /** A list of DNS resolver options. */
  readonly options?: readonly PodDNSConfigOption[];
  /** A list of DNS search domains for host-name lookup. */
  readonly searches?: readonly string[];
}

/** PodDNSConfigOption defines DNS resolver options of a pod. */
export interface PodDNSConfigOption {
  /** Name is this DNS resolver option's name. */
  readonly name?: string;
  /** Value is this DNS resolver option's value. */
  readonly value?: string;
}

/** PodDisruptionBudgetSpec is a description of a PodDisruptionBudget. */
export interface PodDisruptionBudgetSpec {
  /**
   * An eviction is allowed if at most "maxUnavailable" pods selected by "selector" are unavailable after the
   * eviction, i.e. even in absence of the evicted pod.
   */
  readonly maxUnavailable?: IntOrString;
  /**
   * An eviction is allowed if at least "minAvailable" pods selected by "selector" will still be available
   * after the eviction, i.e. even in the absence of the evicted pod.
   */
  readonly minAvailable?: IntOrString;
  /** Label query over pods whose evictions are managed by the disruption budget. */
  readonly selector?: LabelSelector;
  /**
   * UnhealthyPodEvictionPolicy defines the criteria for when unhealthy pods should be considered for
   * eviction.
   */
  readonly unhealthyPodEvictionPolicy?: string;
}

/** PodGC describes how to delete completed pods as they complete. */
export interface PodGC {
  /** DeleteDelayDuration specifies the duration before pods in the GC queue get deleted. */
  readonly deleteDelayDuration?: string;
  /**
   * LabelSelector is the label selector to check if the pods match the labels before being added to the pod
   * GC queue.
   */
  readonly labelSelector?: LabelSelector;
  /** Strategy is the strategy to use. */
  readonly strategy?: OneOf<
    "OnPodCompletion" | "OnPodSuccess" | "OnWorkflowCompletion" | "OnWorkflowSuccess"
  >;
}

/** PodSecurityContext holds pod-level security attributes and common container settings. */
export interface PodSecurityContext {
  /** appArmorProfile is the AppArmor options to use by the containers in this pod. */
  readonly appArmorProfile?: AppArmorProfile;
  /** A special supplemental group that applies to all containers in a pod. */
  readonly fsGroup?: number;
  /**
   * fsGroupChangePolicy defines behavior of changing ownership and permission of the volume before being
   * exposed inside Pod.
   */
  readonly fsGroupChangePolicy?: OneOf<"OnRootMismatch" | "Always">;
  /** The GID to run the entrypoint of the container process. */
  readonly runAsGroup?: number;
  /** Indicates that the container must run as a non-root user. */
  readonly runAsNonRoot?: boolean;
  /** The UID to run the entrypoint of the container process. */
  readonly runAsUser?: number;
  /**
   * seLinuxChangePolicy defines how the container's SELinux label is applied to all volumes used by the Pod.
   */
  readonly seLinuxChangePolicy?: string;
  /** The SELinux context to be applied to all containers. */
  readonly seLinuxOptions?: SELinuxOptions;
  /** The seccomp options to use by the containers in this pod. */
  readonly seccompProfile?: SeccompProfile;
  /**
   * A list of groups applied to the first process run in each container, in addition to the container's
   * primary GID and fsGroup (if specified).
   */
  readonly supplementalGroups?: readonly number[];
  /** Defines how supplemental groups of the first container processes are calculated. */
  readonly supplementalGroupsPolicy?: OneOf<"Merge" | "Strict">;
  /** Sysctls hold a list of namespaced sysctls used for the pod. */
  readonly sysctls?: readonly Sysctl[];
  /** The Windows specific settings applied to all containers. */
  readonly windowsOptions?: WindowsSecurityContextOptions;
}

/** PortworxVolumeSource represents a Portworx volume resource. */
export interface PortworxVolumeSource {
  /**
   * fSType represents the filesystem type to mount Must be a filesystem type supported by the host operating
   * system.
   */
  readonly fsType?: string;
  /** readOnly defaults to false (read/write). */
  readonly readOnly?: boolean;
  /** volumeID uniquely identifies a Portworx volume. */
  readonly volumeID: string;
}

/** An empty preferred scheduling term matches all objects with implicit weight 0 (i.e. it's a no-op). */
export interface PreferredSchedulingTerm {
  /** A node selector term, associated with the corresponding weight. */
  readonly preference: NodeSelectorTerm;
  /** Weight associated with matching the corresponding nodeSelectorTerm, in the range 1-100. */
  readonly weight: number;
}

/**
 * Probe describes a health check to be performed against a container to determine whether it is alive or
 * ready to receive traffic.
 */
export interface Probe {
  /** Exec specifies a command to execute in the container. */
  readonly exec?: ExecAction;
  /** Minimum consecutive failures for the probe to be considered failed after having succeeded. */
  readonly failureThreshold?: number;
  /** GRPC specifies a GRPC HealthCheckRequest. */
  readonly grpc?: GRPCAction;
  /** HTTPGet specifies an HTTP GET request to perform. */
  readonly httpGet?: HTTPGetAction;
  /** Number of seconds after the container has started before liveness probes are initiated. */
  readonly initialDelaySeconds?: number;
  /** How often (in seconds) to perform the probe. */
  readonly periodSeconds?: number;
  /** Minimum consecutive successes for the probe to be considered successful after having failed. */
  readonly successThreshold?: number;
  /** TCPSocket specifies a connection to a TCP port. */
  readonly tcpSocket?: TCPSocketAction;
  /** Optional duration in seconds the pod needs to terminate gracefully upon probe failure. */
  readonly terminationGracePeriodSeconds?: number;
  /** Number of seconds after which the probe times out. */
  readonly timeoutSeconds?: number;
}

/** Represents a projected volume source. */
export interface ProjectedVolumeSource {
  /** defaultMode are the mode bits used to set permissions on created files by default. */
  readonly defaultMode?: number;
  /** sources is the list of volume projections. */
  readonly sources?: readonly VolumeProjection[];
}

/** Prometheus is a prometheus metric to be emitted. */
export interface Prometheus {
  /** Counter is a counter metric. */
  readonly counter?: Counter;
  /** Gauge is a gauge metric. */
  readonly gauge?: Gauge;
  /** Help is a string that describes the metric. */
  readonly help: string;
  /** Histogram is a histogram metric. */
  readonly histogram?: Histogram;
  /** Labels is a list of metric labels. */
  readonly labels?: readonly MetricLabel[];
  /** Name is the name of the metric. */
  readonly name: string;
  /** When is a conditional statement that decides when to emit the metric. */
  readonly when?: string;
}

/** Quantity is a fixed-point representation of a number. */
export type Quantity = number | string;

/** Represents a Quobyte mount that lasts the lifetime of a pod. */
export interface QuobyteVolumeSource {
  /** group to map volume access to Default is no group. */
  readonly group?: string;
  /** readOnly here will force the Quobyte volume to be mounted with read-only permissions. */
  readonly readOnly?: boolean;
  /**
   * registry represents a single or multiple Quobyte Registry services specified as a string as host:port
   * pair (multiple entries are separated with commas) which acts as the central registry for volumes.
   */
  readonly registry: string;
  /**
   * tenant owning the given Quobyte volume in the Backend Used with dynamically provisioned Quobyte volumes,
   * value is set by the plugin.
   */
  readonly tenant?: string;
  /** user to map volume access to Defaults to serivceaccount user. */
  readonly user?: string;
  /** volume is a string that references an already created Quobyte volume by name. */
  readonly volume: string;
}

/** Represents a Rados Block Device mount that lasts the lifetime of a pod. */
export interface RBDVolumeSource {
  /** fsType is the filesystem type of the volume that you want to mount. */
  readonly fsType?: string;
  /** image is the rados image name. */
  readonly image: string;
  /** keyring is the path to key ring for RBDUser. */
  readonly keyring?: string;
  /** monitors is a collection of Ceph monitors. */
  readonly monitors: readonly string[];
  /** pool is the rados pool name. */
  readonly pool?: string;
  /** readOnly here will force the ReadOnly setting in VolumeMounts. */
  readonly readOnly?: boolean;
  /** secretRef is name of the authentication secret for RBDUser. */
  readonly secretRef?: LocalObjectReference;
  /** user is the rados user name. */
  readonly user?: string;
}

/** RawArtifact allows raw string content to be placed as an artifact in a container. */
export interface RawArtifact {
  /** Data is the string contents of the artifact. */
  readonly data: string;
}

/** ResourceClaim references one entry in PodSpec.ResourceClaims. */
export interface ResourceClaim {
  /** Name must match the name of one entry in pod.spec.resourceClaims of the Pod where this field is used. */
  readonly name: string;
  /** Request is the name chosen for a request in the referenced claim. */
  readonly request?: string;
}

/** ResourceFieldSelector represents container resources (cpu, memory) and their output format. */
export interface ResourceFieldSelector {
  /** Container name: required for volumes, optional for env vars. */
  readonly containerName?: string;
  /** Specifies the output format of the exposed resources, defaults to "1". */
  readonly divisor?: Quantity;
  /** resource to select. */
  readonly resource: string;
}

/** ResourceRequirements describes the compute resource requirements. */
export interface ResourceRequirements {
  /** Claims lists the names of resources, defined in spec.resourceClaims, that are used by this container. */
  readonly claims?: readonly ResourceClaim[];
  /** Limits describes the maximum amount of compute resources allowed. */
  readonly limits?: Readonly<Record<string, Quantity>>;
  /** Requests describes the minimum amount of compute resources required. */
  readonly requests?: Readonly<Record<string, Quantity>>;
}

/** ResourceTemplate is a template subtype to manipulate kubernetes resources. */
export interface ResourceTemplate {
  /** Action is the action to perform to the resource. */
  readonly action: OneOf<"get" | "create" | "apply" | "delete" | "replace" | "patch">;
  /**
   * FailureCondition is a label selector expression which describes the conditions of the k8s resource in
   * which the step was considered failed.
   */
  readonly failureCondition?: string;
  /**
   * Flags is a set of additional options passed to kubectl before submitting a resource I.e. to disable
   * resource validation: flags: [ "--validate=false" # disable resource validation ].
   */
  readonly flags?: readonly string[];
  /** Manifest contains the kubernetes manifest. */
  readonly manifest?: string;
  /** ManifestFrom is the source for a single kubernetes manifest. */
  readonly manifestFrom?: ManifestFrom;
  /** MergeStrategy is the strategy used to merge a patch. */
  readonly mergeStrategy?: OneOf<"strategic" | "merge" | "json">;
  /** SetOwnerReference sets the reference to the workflow on the OwnerReference of generated resource. */
  readonly setOwnerReference?: boolean;
  /**
   * SuccessCondition is a label selector expression which describes the conditions of the k8s resource in
   * which it is acceptable to proceed to the following step.
   */
  readonly successCondition?: string;
}

/** RetryAffinity prevents running steps on the same host. */
export interface RetryAffinity {
  readonly nodeAntiAffinity?: RetryNodeAntiAffinity;
}

/** RetryNodeAntiAffinity is a placeholder for future expansion, only empty nodeAntiAffinity is allowed. */
export type RetryNodeAntiAffinity = EmptyObject;

/** RetryStrategy provides controls on how to retry a workflow step. */
export interface RetryStrategy {
  /** Affinity prevents running workflow's step on the same host. */
  readonly affinity?: RetryAffinity;
  /** Backoff is a backoff strategy. */
  readonly backoff?: Backoff;
  /** Expression is a condition expression for when a node will be retried. */
  readonly expression?: string;
  /** Limit is the maximum number of retry attempts when retrying a container. */
  readonly limit?: IntOrString;
  /** RetryPolicy is a policy of NodePhase statuses that will be retried. */
  readonly retryPolicy?: OneOf<"Always" | "OnFailure" | "OnError" | "OnTransientError">;
}

/** S3Artifact is the location of an S3 artifact. */
export interface S3Artifact {
  /** AccessKeySecret is the secret selector to the bucket's access key. */
  readonly accessKeySecret?: SecretKeySelector;
  /** Bucket is the name of the bucket. */
  readonly bucket?: string;
  /** CASecret specifies the secret that contains the CA, used to verify the TLS connection. */
  readonly caSecret?: SecretKeySelector;
  /**
   * CreateBucketIfNotPresent tells the driver to attempt to create the S3 bucket for output artifacts, if it
   * doesn't exist.
   */
  readonly createBucketIfNotPresent?: CreateS3BucketOptions;
  readonly encryptionOptions?: S3EncryptionOptions;
  /** Endpoint is the hostname of the bucket endpoint. */
  readonly endpoint?: string;
  /** Insecure will connect to the service with TLS. */
  readonly insecure?: boolean;
  /** Key is the key in the bucket where the artifact resides. */
  readonly key?: string;
  /** Region contains the optional bucket region. */
  readonly region?: string;
  /** RoleARN is the Amazon Resource Name (ARN) of the role to assume. */
  readonly roleARN?: string;
  /** SecretKeySecret is the secret selector to the bucket's secret key. */
  readonly secretKeySecret?: SecretKeySelector;
  /** SessionTokenSecret is used for ephemeral credentials like an IAM assume role or S3 access grant. */
  readonly sessionTokenSecret?: SecretKeySelector;
  /** UseSDKCreds tells the driver to figure out credentials based on sdk defaults. */
  readonly useSDKCreds?: boolean;
}

/** S3EncryptionOptions used to determine encryption options during s3 operations. */
export interface S3EncryptionOptions {
  /** EnableEncryption tells the driver to encrypt objects if set to true. */
  readonly enableEncryption?: boolean;
  /** KmsEncryptionContext is a json blob that contains an encryption context. */
  readonly kmsEncryptionContext?: string;
  /** KMSKeyId tells the driver to encrypt the object using the specified KMS Key. */
  readonly kmsKeyId?: string;
  /**
   * ServerSideCustomerKeySecret tells the driver to encrypt the output artifacts using SSE-C with the
   * specified secret.
   */
  readonly serverSideCustomerKeySecret?: SecretKeySelector;
}

/** SELinuxOptions are the labels to be applied to the container. */
export interface SELinuxOptions {
  /** Level is SELinux level label that applies to the container. */
  readonly level?: string;
  /** Role is a SELinux role label that applies to the container. */
  readonly role?: string;
  /** Type is a SELinux type label that applies to the container. */
  readonly type?: string;
  /** User is a SELinux user label that applies to the container. */
  readonly user?: string;
}

/** ScaleIOVolumeSource represents a persistent ScaleIO volume. */
export interface ScaleIOVolumeSource {
  /** fsType is the filesystem type to mount. */
  readonly fsType?: string;
  /** gateway is the host address of the ScaleIO API Gateway. */
  readonly gateway: string;
  /** protectionDomain is the name of the ScaleIO Protection Domain for the configured storage. */
  readonly protectionDomain?: string;
  /** readOnly Defaults to false (read/write). */
  readonly readOnly?: boolean;
  /** secretRef references to the secret for ScaleIO user and other sensitive information. */
  readonly secretRef: LocalObjectReference;
  /** sslEnabled Flag enable/disable SSL communication with Gateway, default false. */
  readonly sslEnabled?: boolean;
  /** storageMode indicates whether the storage for a volume should be ThickProvisioned or ThinProvisioned. */
  readonly storageMode?: string;
  /** storagePool is the ScaleIO Storage Pool associated with the protection domain. */
  readonly storagePool?: string;
  /** system is the name of the storage system as configured in ScaleIO. */
  readonly system: string;
  /**
   * volumeName is the name of a volume already created in the ScaleIO system that is associated with this
   * volume source.
   */
  readonly volumeName?: string;
}

/** ScriptTemplate is a template subtype to enable scripting through code steps. */
export interface ScriptTemplate {
  /** Arguments to the entrypoint. */
  readonly args?: readonly string[];
  /** Entrypoint array. */
  readonly command?: readonly string[];
  /** List of environment variables to set in the container. */
  readonly env?: readonly EnvVar[];
  /** List of sources to populate environment variables in the container. */
  readonly envFrom?: readonly EnvFromSource[];
  /** Container image name. */
  readonly image: string;
  /** Image pull policy. */
  readonly imagePullPolicy?: OneOf<"Always" | "Never" | "IfNotPresent">;
  /** Actions that the management system should take in response to container lifecycle events. */
  readonly lifecycle?: Lifecycle;
  /** Periodic probe of container liveness. */
  readonly livenessProbe?: Probe;
  /** Name of the container specified as a DNS_LABEL. */
  readonly name?: string;
  /** List of ports to expose from the container. */
  readonly ports?: readonly ContainerPort[];
  /** Periodic probe of container service readiness. */
  readonly readinessProbe?: Probe;
  /** Resources resize policy for the container. */
  readonly resizePolicy?: readonly ContainerResizePolicy[];
  /** Compute Resources required by this container. */
  readonly resources?: ResourceRequirements;
  /** RestartPolicy defines the restart behavior of individual containers in a pod. */
  readonly restartPolicy?: string;
  /** SecurityContext defines the security options the container should be run with. */
  readonly securityContext?: SecurityContext;
  /** Source contains the source code of the script to execute. */
  readonly source: string;
  /** StartupProbe indicates that the Pod has successfully initialized. */
  readonly startupProbe?: Probe;
  /** Whether this container should allocate a buffer for stdin in the container runtime. */
  readonly stdin?: boolean;
  /**
   * Whether the container runtime should close the stdin channel after it has been opened by a single attach.
   */
  readonly stdinOnce?: boolean;
  /**
   * Path at which the file to which the container's termination message will be written is mounted into the
   * container's filesystem.
   */
  readonly terminationMessagePath?: string;
  /** Indicate how the termination message should be populated. */
  readonly terminationMessagePolicy?: OneOf<"File" | "FallbackToLogsOnError">;
  /** Whether this container should allocate a TTY for itself, also requires 'stdin' to be true. */
  readonly tty?: boolean;
  /** volumeDevices is the list of block devices to be used by the container. */
  readonly volumeDevices?: readonly VolumeDevice[];
  /** Pod volumes to mount into the container's filesystem. */
  readonly volumeMounts?: readonly VolumeMount[];
  /** Container's working directory. */
  readonly workingDir?: string;
}

/** SeccompProfile defines a pod/container's seccomp profile settings. */
export interface SeccompProfile {
  /** localhostProfile indicates a profile defined in a file on the node should be used. */
  readonly localhostProfile?: string;
  /** type indicates which kind of seccomp profile will be applied. */
  readonly type: OneOf<"Localhost" | "RuntimeDefault" | "Unconfined">;
}

/** SecretEnvSource selects a Secret to populate the environment variables with. */
export interface SecretEnvSource {
  /** Name of the referent. */
  readonly name?: string;
  /** Specify whether the Secret must be defined. */
  readonly optional?: boolean;
}

/** SecretKeySelector selects a key of a Secret. */
export interface SecretKeySelector {
  /** The key of the secret to select from. */
  readonly key: string;
  /** Name of the referent. */
  readonly name?: string;
  /** Specify whether the Secret or its key must be defined. */
  readonly optional?: boolean;
}

/** Adapts a secret into a projected volume. */
export interface SecretProjection {
  /**
   * items if unspecified, each key-value pair in the Data field of the referenced Secret will be projected
   * into the volume as a file whose name is the key and content is the value.
   */
  readonly items?: readonly KeyToPath[];
  /** Name of the referent. */
  readonly name?: string;
  /** optional field specify whether the Secret or its key must be defined. */
  readonly optional?: boolean;
}

/** Adapts a Secret into a volume. */
export interface SecretVolumeSource {
  /** defaultMode is Optional: mode bits used to set permissions on created files by default. */
  readonly defaultMode?: number;
  /**
   * items If unspecified, each key-value pair in the Data field of the referenced Secret will be projected
   * into the volume as a file whose name is the key and content is the value.
   */
  readonly items?: readonly KeyToPath[];
  /** optional field specify whether the Secret or its keys must be defined. */
  readonly optional?: boolean;
  /** secretName is the name of the secret in the pod's namespace to use. */
  readonly secretName?: string;
}

/** SecurityContext holds security configuration that will be applied to a container. */
export interface SecurityContext {
  /** AllowPrivilegeEscalation controls whether a process can gain more privileges than its parent process. */
  readonly allowPrivilegeEscalation?: boolean;
  /** appArmorProfile is the AppArmor options to use by this container. */
  readonly appArmorProfile?: AppArmorProfile;
  /** The capabilities to add/drop when running containers. */
  readonly capabilities?: Capabilities;
  /** Run container in privileged mode. */
  readonly privileged?: boolean;
  /** procMount denotes the type of proc mount to use for the containers. */
  readonly procMount?: string;
  /** Whether this container has a read-only root filesystem. */
  readonly readOnlyRootFilesystem?: boolean;
  /** The GID to run the entrypoint of the container process. */
  readonly runAsGroup?: number;
  /** Indicates that the container must run as a non-root user. */
  readonly runAsNonRoot?: boolean;
  /** The UID to run the entrypoint of the container process. */
  readonly runAsUser?: number;
  /** The SELinux context to be applied to the container. */
  readonly seLinuxOptions?: SELinuxOptions;
  /** The seccomp options to use by this container. */
  readonly seccompProfile?: SeccompProfile;
  /** The Windows specific settings applied to all containers. */
  readonly windowsOptions?: WindowsSecurityContextOptions;
}

/** SemaphoreRef is a reference of Semaphore. */
export interface SemaphoreRef {
  /** ConfigMapKeyRef is a configmap selector for Semaphore configuration. */
  readonly configMapKeyRef?: ConfigMapKeySelector;
  /** SyncDatabaseRef is a database reference for Semaphore configuration. */
  readonly database?: SyncDatabaseRef;
  /** Namespace is the namespace of the configmap, default: [namespace of workflow]. */
  readonly namespace?: string;
}

/** Sequence expands a workflow step into numeric range. */
export interface Sequence {
  /** Count is number of elements in the sequence (default: 0). */
  readonly count?: IntOrString;
  /** Number at which to end the sequence (default: 0). */
  readonly end?: IntOrString;
  /** Format is a printf format string to format the value in the sequence. */
  readonly format?: string;
  /** Number at which to start the sequence (default: 0). */
  readonly start?: IntOrString;
}

/** ServiceAccountTokenProjection represents a projected service account token volume. */
export interface ServiceAccountTokenProjection {
  /** audience is the intended audience of the token. */
  readonly audience?: string;
  /** expirationSeconds is the requested duration of validity of the service account token. */
  readonly expirationSeconds?: number;
  /** path is the path relative to the mount point of the file to project the token into. */
  readonly path: string;
}

/** SleepAction describes a "sleep" action. */
export interface SleepAction {
  /** Seconds is the number of seconds to sleep. */
  readonly seconds: number;
}

/** StopStrategy defines if the CronWorkflow should stop scheduling based on an expression. v3.6 and after. */
export interface StopStrategy {
  /** v3.6 and after: Expression is an expression that stops scheduling workflows when true. */
  readonly expression: string;
}

/** Represents a StorageOS persistent volume resource. */
export interface StorageOSVolumeSource {
  /** fsType is the filesystem type to mount. */
  readonly fsType?: string;
  /** readOnly defaults to false (read/write). */
  readonly readOnly?: boolean;
  /** secretRef specifies the secret to use for obtaining the StorageOS API credentials. */
  readonly secretRef?: LocalObjectReference;
  /** volumeName is the human-readable name of the StorageOS volume. */
  readonly volumeName?: string;
  /** volumeNamespace specifies the scope of the volume within StorageOS. */
  readonly volumeNamespace?: string;
}

export interface Submit {
  /** Arguments extracted from the event and then set as arguments to the workflow created. */
  readonly arguments?: Arguments;
  /** Metadata optional means to customize select fields of the workflow metadata. */
  readonly metadata?: ObjectMeta;
  /** WorkflowTemplateRef the workflow template to submit. */
  readonly workflowTemplateRef: WorkflowTemplateRef;
}

/**
 * SuppliedValueFrom is a placeholder for a value to be filled in directly, either through the CLI, API, etc.
 */
export type SuppliedValueFrom = EmptyObject;

/** SuspendTemplate is a template subtype to suspend a workflow at a predetermined point in time. */
export interface SuspendTemplate {
  /** Duration is the seconds to wait before automatically resuming a template. */
  readonly duration?: string;
}

export interface SyncDatabaseRef {
  readonly key: string;
}

/** Synchronization holds synchronization lock configuration. */
export interface Synchronization {
  /** v3.6 and after: Mutexes holds the list of Mutex lock details. */
  readonly mutexes?: readonly Mutex[];
  /** v3.6 and after: Semaphores holds the list of Semaphores configuration. */
  readonly semaphores?: readonly SemaphoreRef[];
}

/** Sysctl defines a kernel parameter to be set. */
export interface Sysctl {
  /** Name of a property to set. */
  readonly name: string;
  /** Value of a property to set. */
  readonly value: string;
}

/** TCPSocketAction describes an action based on opening a socket. */
export interface TCPSocketAction {
  /** Host name to connect to, defaults to the pod IP. */
  readonly host?: string;
  /** Number or name of the port to access on the container. */
  readonly port: IntOrString;
}

/** TTLStrategy is the strategy for the time to live depending on if the workflow succeeded or failed. */
export interface TTLStrategy {
  /** SecondsAfterCompletion is the number of seconds to live after completion. */
  readonly secondsAfterCompletion?: number;
  /** SecondsAfterFailure is the number of seconds to live after failure. */
  readonly secondsAfterFailure?: number;
  /** SecondsAfterSuccess is the number of seconds to live after success. */
  readonly secondsAfterSuccess?: number;
}

/** TarStrategy will tar and gzip the file or directory when saving. */
export interface TarStrategy {
  /** CompressionLevel specifies the gzip compression level to use for the artifact. */
  readonly compressionLevel?: number;
}

/** Template is a reusable and composable unit of execution in a workflow. */
export interface Template {
  /**
   * Optional duration in seconds relative to the StartTime that the pod may be active on a node before the
   * system actively tries to terminate the pod; value must be positive integer This field is only applicable
   * to container and script templates.
   */
  readonly activeDeadlineSeconds?: IntOrString;
  /**
   * Affinity sets the pod's scheduling constraints Overrides the affinity set at the workflow level (if any).
   */
  readonly affinity?: Affinity;
  /** Annotations is a list of annotations to add to the template at runtime. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Location in which all files related to the step will be stored (logs, artifacts, etc...). */
  readonly archiveLocation?: ArtifactLocation;
  /**
   * AutomountServiceAccountToken indicates whether a service account token should be automatically mounted in
   * pods.
   */
  readonly automountServiceAccountToken?: boolean;
  /** Container is the main container image to run in the pod. */
  readonly container?: Container;
  /** ContainerSet groups multiple containers within a single pod. */
  readonly containerSet?: ContainerSetTemplate;
  /** Daemon will allow a workflow to proceed to the next step so long as the container reaches readiness. */
  readonly daemon?: boolean;
  /** DAG template subtype which runs a DAG. */
  readonly dag?: DAGTemplate;
  /** Data is a data template. */
  readonly data?: Data;
  /** Executor holds configurations of the executor container. */
  readonly executor?: ExecutorConfig;
  /** FailFast, if specified, will fail this template if any of its child pods has failed. */
  readonly failFast?: boolean;
  /** HostAliases is an optional list of hosts and IPs that will be injected into the pod spec. */
  readonly hostAliases?: readonly HostAlias[];
  /** HTTP makes a HTTP request. */
  readonly http?: HTTP;
  /** InitContainers is a list of containers which run before the main container. */
  readonly initContainers?: readonly UserContainer[];
  /** Inputs describe what inputs parameters and artifacts are supplied to this template. */
  readonly inputs?: Inputs;
  /** Memoize allows templates to use outputs generated from already executed templates. */
  readonly memoize?: Memoize;
  /** Metadata sets the pods's metadata, i.e. annotations and labels. */
  readonly metadata?: Metadata;
  /** Metrics are a list of metrics emitted from this template. */
  readonly metrics?: Metrics;
  /** Name is the name of the template. */
  readonly name?: string;
  /** NodeSelector is a selector to schedule this step of the workflow to be run on the selected node(s). */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /** Outputs describe the parameters and artifacts that this template produces. */
  readonly outputs?: Outputs;
  /**
   * Parallelism limits the max total parallel pods that can execute at the same time within the boundaries of
   * this template invocation.
   */
  readonly parallelism?: number;
  /**
   * Plugin is a plugin template Note: the structure of a plugin template is free-form, so we need to have
   * "x-kubernetes-preserve-unknown-fields: true" in the validation schema.
   */
  readonly plugin?: Plugin;
  /** PodSpecPatch holds strategic merge patch to apply against the pod spec. */
  readonly podSpecPatch?: string;
  /** PriorityClassName to apply to workflow pods. */
  readonly priorityClassName?: string;
  /** Resource template subtype which can run k8s resources. */
  readonly resource?: ResourceTemplate;
  /** RetryStrategy describes how to retry a template when it fails. */
  readonly retryStrategy?: RetryStrategy;
  /** If specified, the pod will be dispatched by specified scheduler. */
  readonly schedulerName?: string;
  /** Script runs a portion of code against an interpreter. */
  readonly script?: ScriptTemplate;
  /** SecurityContext holds pod-level security attributes and common container settings. */
  readonly securityContext?: PodSecurityContext;
  /** ServiceAccountName to apply to workflow pods. */
  readonly serviceAccountName?: string;
  /**
   * Sidecars is a list of containers which run alongside the main container Sidecars are automatically killed
   * when the main container completes.
   */
  readonly sidecars?: readonly UserContainer[];
  /** Steps define a series of sequential/parallel workflow steps. */
  readonly steps?: readonly ParallelSteps[];
  /** Suspend template subtype which can suspend a workflow when reaching the step. */
  readonly suspend?: SuspendTemplate;
  /** Synchronization holds synchronization lock configuration for this template. */
  readonly synchronization?: Synchronization;
  /** Timeout allows to set the total node execution timeout duration counting from the node's start time. */
  readonly timeout?: string;
  /** Tolerations to apply to workflow pods. */
  readonly tolerations?: readonly Toleration[];
  /** Volumes is a list of volumes that can be mounted by containers in a template. */
  readonly volumes?: readonly Volume[];
}

/** TemplateRef is a reference of template resource. */
export interface TemplateRef {
  /** ClusterScope indicates the referred template is cluster scoped (i.e. a ClusterWorkflowTemplate). */
  readonly clusterScope?: boolean;
  /** Name is the resource name of the template. */
  readonly name?: string;
  /** Template is the name of referred template in the resource. */
  readonly template?: string;
}

/** Time is a wrapper around time.Time which supports correct marshaling to YAML and JSON. */
export type Time = string;

/**
 * The pod this Toleration is attached to tolerates any taint that matches the triple <key,value,effect> using
 * the matching operator <operator>.
 */
export interface Toleration {
  /** Effect indicates the taint effect to match. */
  readonly effect?: OneOf<"NoSchedule" | "PreferNoSchedule" | "NoExecute">;
  /** Key is the taint key that the toleration applies to. */
  readonly key?: string;
  /** Operator represents a key's relationship to the value. */
  readonly operator?: OneOf<"Exists" | "Equal">;
  /**
   * TolerationSeconds represents the period of time the toleration (which must be of effect NoExecute,
   * otherwise this field is ignored) tolerates the taint.
   */
  readonly tolerationSeconds?: number;
  /** Value is the taint value the toleration matches to. */
  readonly value?: string;
}

export interface TransformationStep {
  /** Expression defines an expr expression to apply. */
  readonly expression: string;
}

/**
 * TypedLocalObjectReference contains enough information to let you locate the typed referenced object inside
 * the same namespace.
 */
export interface TypedLocalObjectReference {
  /** APIGroup is the group for the resource being referenced. */
  readonly apiGroup?: string;
  /** Kind is the type of resource being referenced. */
  readonly kind: string;
  /** Name is the name of resource being referenced. */
  readonly name: string;
}

/** TypedObjectReference contains enough information to let you locate the typed referenced object. */
export interface TypedObjectReference {
  /** APIGroup is the group for the resource being referenced. */
  readonly apiGroup?: string;
  /** Kind is the type of resource being referenced. */
  readonly kind: string;
  /** Name is the name of resource being referenced. */
  readonly name: string;
  /**
   * Namespace is the namespace of resource being referenced Note that when a namespace is specified, a
   * gateway.networking.k8s.io/ReferenceGrant object is required in the referent namespace to allow that
   * namespace's owner to accept the reference.
   */
  readonly namespace?: string;
}

/** UserContainer is a container specified by a user. */
export interface UserContainer {
  /** Arguments to the entrypoint. */
  readonly args?: readonly string[];
  /** Entrypoint array. */
  readonly command?: readonly string[];
  /** List of environment variables to set in the container. */
  readonly env?: readonly EnvVar[];
  /** List of sources to populate environment variables in the container. */
  readonly envFrom?: readonly EnvFromSource[];
  /** Container image name. */
  readonly image?: string;
  /** Image pull policy. */
  readonly imagePullPolicy?: OneOf<"Always" | "Never" | "IfNotPresent">;
  /** Actions that the management system should take in response to container lifecycle events. */
  readonly lifecycle?: Lifecycle;
  /** Periodic probe of container liveness. */
  readonly livenessProbe?: Probe;
  /**
   * MirrorVolumeMounts will mount the same volumes specified in the main container to the container
   * (including artifacts), at the same mountPaths.
   */
  readonly mirrorVolumeMounts?: boolean;
  /** Name of the container specified as a DNS_LABEL. */
  readonly name: string;
  /** List of ports to expose from the container. */
  readonly ports?: readonly ContainerPort[];
  /** Periodic probe of container service readiness. */
  readonly readinessProbe?: Probe;
  /** Resources resize policy for the container. */
  readonly resizePolicy?: readonly ContainerResizePolicy[];
  /** Compute Resources required by this container. */
  readonly resources?: ResourceRequirements;
  /** RestartPolicy defines the restart behavior of individual containers in a pod. */
  readonly restartPolicy?: string;
  /** SecurityContext defines the security options the container should be run with. */
  readonly securityContext?: SecurityContext;
  /** StartupProbe indicates that the Pod has successfully initialized. */
  readonly startupProbe?: Probe;
  /** Whether this container should allocate a buffer for stdin in the container runtime. */
  readonly stdin?: boolean;
  /**
   * Whether the container runtime should close the stdin channel after it has been opened by a single attach.
   */
  readonly stdinOnce?: boolean;
  /**
   * Path at which the file to which the container's termination message will be written is mounted into the
   * container's filesystem.
   */
  readonly terminationMessagePath?: string;
  /** Indicate how the termination message should be populated. */
  readonly terminationMessagePolicy?: OneOf<"File" | "FallbackToLogsOnError">;
  /** Whether this container should allocate a TTY for itself, also requires 'stdin' to be true. */
  readonly tty?: boolean;
  /** volumeDevices is the list of block devices to be used by the container. */
  readonly volumeDevices?: readonly VolumeDevice[];
  /** Pod volumes to mount into the container's filesystem. */
  readonly volumeMounts?: readonly VolumeMount[];
  /** Container's working directory. */
  readonly workingDir?: string;
}

/** ValueFrom describes a location in which to obtain the value to a parameter. */
export interface ValueFrom {
  /** ConfigMapKeyRef is configmap selector for input parameter configuration. */
  readonly configMapKeyRef?: ConfigMapKeySelector;
  /** Default specifies a value to be used if retrieving the value from the specified source fails. */
  readonly default?: string;
  /**
   * Selector (https://github.com/expr-lang/expr) that is evaluated against the event to get the value of the
   * parameter.
   */
  readonly event?: string;
  /** Expression, if defined, is evaluated to specify the value for the parameter. */
  readonly expression?: string;
  /** JQFilter expression against the resource object in resource templates. */
  readonly jqFilter?: string;
  /** JSONPath of a resource to retrieve an output parameter value from in resource templates. */
  readonly jsonPath?: string;
  /**
   * Parameter reference to a step or dag task in which to retrieve an output parameter value from (e.g.
   * steps.mystep.outputs.myparam).
   */
  readonly parameter?: string;
  /** Path in the container to retrieve an output parameter value from in container templates. */
  readonly path?: string;
  /** Supplied value to be filled in directly, either through the CLI, API, etc. */
  readonly supplied?: SuppliedValueFrom;
}

/** Volume represents a named volume in a pod that may be accessed by any container in the pod. */
export interface Volume {
  /**
   * awsElasticBlockStore represents an AWS Disk resource that is attached to a kubelet's host machine and
   * then exposed to the pod.
   * @deprecated AWSElasticBlockStore is deprecated.
   */
  readonly awsElasticBlockStore?: AWSElasticBlockStoreVolumeSource;
  /**
   * azureDisk represents an Azure Data Disk mount on the host and bind mount to the pod.
   * @deprecated AzureDisk is deprecated.
   */
  readonly azureDisk?: AzureDiskVolumeSource;
  /**
   * azureFile represents an Azure File Service mount on the host and bind mount to the pod.
   * @deprecated AzureFile is deprecated.
   */
  readonly azureFile?: AzureFileVolumeSource;
  /**
   * cephFS represents a Ceph FS mount on the host that shares a pod's lifetime.
   * @deprecated CephFS is deprecated and the in-tree cephfs type is no longer supported.
   */
  readonly cephfs?: CephFSVolumeSource;
  /**
   * cinder represents a cinder volume attached and mounted on kubelets host machine.
   * @deprecated Cinder is deprecated.
   */
  readonly cinder?: CinderVolumeSource;
  /** configMap represents a configMap that should populate this volume. */
  readonly configMap?: ConfigMapVolumeSource;
  /**
   * csi (Container Storage Interface) represents ephemeral storage that is handled by certain external CSI
   * drivers.
   */
  readonly csi?: CSIVolumeSource;
  /** downwardAPI represents downward API about the pod that should populate this volume. */
  readonly downwardAPI?: DownwardAPIVolumeSource;
  /** emptyDir represents a temporary directory that shares a pod's lifetime. */
  readonly emptyDir?: EmptyDirVolumeSource;
  /** ephemeral represents a volume that is handled by a cluster storage driver. */
  readonly ephemeral?: EphemeralVolumeSource;
  /**
   * fc represents a Fibre Channel resource that is attached to a kubelet's host machine and then exposed to
   * the pod.
   */
  readonly fc?: FCVolumeSource;
  /**
   * flexVolume represents a generic volume resource that is provisioned/attached using an exec based plugin.
   * @deprecated FlexVolume is deprecated.
   */
  readonly flexVolume?: FlexVolumeSource;
  /**
   * flocker represents a Flocker volume attached to a kubelet's host machine.
   * @deprecated Flocker is deprecated and the in-tree flocker type is no longer supported.
   */
  readonly flocker?: FlockerVolumeSource;
  /**
   * gcePersistentDisk represents a GCE Disk resource that is attached to a kubelet's host machine and then
   * exposed to the pod.
   * @deprecated GCEPersistentDisk is deprecated.
   */
  readonly gcePersistentDisk?: GCEPersistentDiskVolumeSource;
  /**
   * gitRepo represents a git repository at a particular revision.
   * @deprecated GitRepo is deprecated.
   */
  readonly gitRepo?: GitRepoVolumeSource;
  /**
   * glusterfs represents a Glusterfs mount on the host that shares a pod's lifetime.
   * @deprecated Glusterfs is deprecated and the in-tree glusterfs type is no longer supported.
   */
  readonly glusterfs?: GlusterfsVolumeSource;
  /**
   * hostPath represents a pre-existing file or directory on the host machine that is directly exposed to the
   * container.
   */
  readonly hostPath?: HostPathVolumeSource;
  /**
   * image represents an OCI object (a container image or artifact) pulled and mounted on the kubelet's host
   * machine.
   */
  readonly image?: ImageVolumeSource;
  /**
   * iscsi represents an ISCSI Disk resource that is attached to a kubelet's host machine and then exposed to
   * the pod.
   */
  readonly iscsi?: ISCSIVolumeSource;
  /** name of the volume. */
  readonly name: string;
  /** nfs represents an NFS mount on the host that shares a pod's lifetime. */
  readonly nfs?: NFSVolumeSource;
  /**
   * persistentVolumeClaimVolumeSource represents a reference to a PersistentVolumeClaim in the same
   * namespace.
   */
  readonly persistentVolumeClaim?: PersistentVolumeClaimVolumeSource;
  /**
   * photonPersistentDisk represents a PhotonController persistent disk attached and mounted on kubelets host
   * machine.
   * @deprecated PhotonPersistentDisk is deprecated and the in-tree photonPersistentDisk type is no longer
   * supported.
   */
  readonly photonPersistentDisk?: PhotonPersistentDiskVolumeSource;
  /**
   * portworxVolume represents a portworx volume attached and mounted on kubelets host machine.
   * @deprecated PortworxVolume is deprecated.
   */
  readonly portworxVolume?: PortworxVolumeSource;
  /** projected items for all in one resources secrets, configmaps, and downward API. */
  readonly projected?: ProjectedVolumeSource;
  /**
   * quobyte represents a Quobyte mount on the host that shares a pod's lifetime.
   * @deprecated Quobyte is deprecated and the in-tree quobyte type is no longer supported.
   */
  readonly quobyte?: QuobyteVolumeSource;
  /**
   * rbd represents a Rados Block Device mount on the host that shares a pod's lifetime.
   * @deprecated RBD is deprecated and the in-tree rbd type is no longer supported.
   */
  readonly rbd?: RBDVolumeSource;
  /**
   * scaleIO represents a ScaleIO persistent volume attached and mounted on Kubernetes nodes.
   * @deprecated ScaleIO is deprecated and the in-tree scaleIO type is no longer supported.
   */
  readonly scaleIO?: ScaleIOVolumeSource;
  /** secret represents a secret that should populate this volume. */
  readonly secret?: SecretVolumeSource;
  /**
   * storageOS represents a StorageOS volume attached and mounted on Kubernetes nodes.
   * @deprecated StorageOS is deprecated and the in-tree storageos type is no longer supported.
   */
  readonly storageos?: StorageOSVolumeSource;
  /**
   * vsphereVolume represents a vSphere volume attached and mounted on kubelets host machine.
   * @deprecated VsphereVolume is deprecated.
   */
  readonly vsphereVolume?: VsphereVirtualDiskVolumeSource;
}

/** VolumeClaimGC describes how to delete volumes from completed Workflows. */
export interface VolumeClaimGC {
  /** Strategy is the strategy to use. */
  readonly strategy?: OneOf<"OnWorkflowCompletion" | "OnWorkflowSuccess">;
}

/** volumeDevice describes a mapping of a raw block device within a container. */
export interface VolumeDevice {
  /** devicePath is the path inside of the container that the device will be mapped to. */
  readonly devicePath: string;
  /** name must match the name of a persistentVolumeClaim in the pod. */
  readonly name: string;
}

/** VolumeMount describes a mounting of a Volume within a container. */
export interface VolumeMount {
  /** Path within the container at which the volume should be mounted. */
  readonly mountPath: string;
  /**
   * mountPropagation determines how mounts are propagated from the host to container and the other way
   * around.
   */
  readonly mountPropagation?: OneOf<"None" | "HostToContainer" | "Bidirectional">;
  /** This must match the Name of a Volume. */
  readonly name: string;
  /** Mounted read-only if true, read-write otherwise (false or unspecified). */
  readonly readOnly?: boolean;
  /** RecursiveReadOnly specifies whether read-only mounts should be handled recursively. */
  readonly recursiveReadOnly?: string;
  /** Path within the volume from which the container's volume should be mounted. */
  readonly subPath?: string;
  /** Expanded path within the volume from which the container's volume should be mounted. */
  readonly subPathExpr?: string;
}

/** Projection that may be projected along with other supported volume types. */
export interface VolumeProjection {
  /**
   * ClusterTrustBundle allows a pod to access the `.spec.trustBundle` field of ClusterTrustBundle objects in
   * an auto-updating file.
   */
  readonly clusterTrustBundle?: ClusterTrustBundleProjection;
  /** configMap information about the configMap data to project. */
  readonly configMap?: ConfigMapProjection;
  /** downwardAPI information about the downwardAPI data to project. */
  readonly downwardAPI?: DownwardAPIProjection;
  /** secret information about the secret data to project. */
  readonly secret?: SecretProjection;
  /** serviceAccountToken is information about the serviceAccountToken data to project. */
  readonly serviceAccountToken?: ServiceAccountTokenProjection;
}

/** VolumeResourceRequirements describes the storage resource requirements for a volume. */
export interface VolumeResourceRequirements {
  /** Limits describes the maximum amount of compute resources allowed. */
  readonly limits?: Readonly<Record<string, Quantity>>;
  /** Requests describes the minimum amount of compute resources required. */
  readonly requests?: Readonly<Record<string, Quantity>>;
}

/** Represents a vSphere volume resource. */
export interface VsphereVirtualDiskVolumeSource {
  /** fsType is filesystem type to mount. */
  readonly fsType?: string;
  /**
   * storagePolicyID is the storage Policy Based Management (SPBM) profile ID associated with the
   * StoragePolicyName.
   */
  readonly storagePolicyID?: string;
  /** storagePolicyName is the storage Policy Based Management (SPBM) profile name. */
  readonly storagePolicyName?: string;
  /** volumePath is the path that identifies vSphere volume vmdk. */
  readonly volumePath: string;
}

/**
 * The weights of all of the matched WeightedPodAffinityTerm fields are added per-node to find the most
 * preferred node(s).
 */
export interface WeightedPodAffinityTerm {
  /** A pod affinity term, associated with the corresponding weight. */
  readonly podAffinityTerm: PodAffinityTerm;
  /** weight associated with matching the corresponding podAffinityTerm, in the range 1-100. */
  readonly weight: number;
}

/** WindowsSecurityContextOptions contain Windows-specific options and credentials. */
export interface WindowsSecurityContextOptions {
  /**
   * GMSACredentialSpec is where the GMSA admission webhook (https://github.com/kubernetes-sigs/windows-gmsa)
   * inlines the contents of the GMSA credential spec named by the GMSACredentialSpecName field.
   */
  readonly gmsaCredentialSpec?: string;
  /** GMSACredentialSpecName is the name of the GMSA credential spec to use. */
  readonly gmsaCredentialSpecName?: string;
  /** HostProcess determines if a container should be run as a 'Host Process' container. */
  readonly hostProcess?: boolean;
  /** The UserName in Windows to run the entrypoint of the container process. */
  readonly runAsUserName?: string;
}

/** Workflow is the definition of a workflow resource. */
export interface Workflow {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: "argoproj.io/v1alpha1";
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: "Workflow";
  readonly metadata: ObjectMeta;
  readonly spec: WorkflowSpec;
}

/** WorkflowEventBinding is the definition of an event resource. */
export interface WorkflowEventBinding {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: "argoproj.io/v1alpha1";
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: "WorkflowEventBinding";
  readonly metadata: ObjectMeta;
  readonly spec: WorkflowEventBindingSpec;
}

export interface WorkflowEventBindingSpec {
  /** Event is the event to bind to. */
  readonly event: Event;
  /** Submit is the workflow template to submit. */
  readonly submit?: Submit;
}

/**
 * WorkflowLevelArtifactGC describes how to delete artifacts from completed Workflows - this spec is used on
 * the Workflow level.
 */
export interface WorkflowLevelArtifactGC {
  /**
   * ForceFinalizerRemoval: if set to true, the finalizer will be removed in the case that Artifact GC fails.
   */
  readonly forceFinalizerRemoval?: boolean;
  /**
   * PodMetadata is an optional field for specifying the Labels and Annotations that should be assigned to the
   * Pod doing the deletion.
   */
  readonly podMetadata?: Metadata;
  /** PodSpecPatch holds strategic merge patch to apply against the artgc pod spec. */
  readonly podSpecPatch?: string;
  /**
   * ServiceAccountName is an optional field for specifying the Service Account that should be assigned to the
   * Pod doing the deletion.
   */
  readonly serviceAccountName?: string;
  /** Strategy is the strategy to use. */
  readonly strategy?: OneOf<"OnWorkflowCompletion" | "OnWorkflowDeletion" | "Never">;
}

export interface WorkflowMetadata {
  readonly annotations?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly labelsFrom?: Readonly<Record<string, LabelValueFrom>>;
}

/** WorkflowSpec is the specification of a Workflow. */
export interface WorkflowSpec {
  /**
   * Optional duration in seconds relative to the workflow start time which the workflow is allowed to run
   * before the controller terminates the workflow.
   */
  readonly activeDeadlineSeconds?: number;
  /** Affinity sets the scheduling constraints for all pods in the workflow. */
  readonly affinity?: Affinity;
  /** ArchiveLogs indicates if the container logs should be archived. */
  readonly archiveLogs?: boolean;
  /**
   * Arguments contain the parameters and artifacts sent to the workflow entrypoint Parameters are
   * referencable globally using the 'workflow' variable prefix. e.g. workflow.parameters.myparam.
   */
  readonly arguments?: Arguments;
  /**
   * ArtifactGC describes the strategy to use when deleting artifacts from completed or deleted workflows
   * (applies to all output Artifacts unless Artifact.ArtifactGC is specified, which overrides this).
   */
  readonly artifactGC?: WorkflowLevelArtifactGC;
  /** ArtifactRepositoryRef specifies the configMap name and key containing the artifact repository config. */
  readonly artifactRepositoryRef?: ArtifactRepositoryRef;
  /**
   * AutomountServiceAccountToken indicates whether a service account token should be automatically mounted in
   * pods.
   */
  readonly automountServiceAccountToken?: boolean;
  /** PodDNSConfig defines the DNS parameters of a pod in addition to those generated from DNSPolicy. */
  readonly dnsConfig?: PodDNSConfig;
  /** Set DNS policy for workflow pods. */
  readonly dnsPolicy?: OneOf<"ClusterFirstWithHostNet" | "ClusterFirst" | "Default" | "None">;
  /** Entrypoint is a template reference to the starting point of the workflow. */
  readonly entrypoint?: string;
  /** Executor holds configurations of executor containers of the workflow. */
  readonly executor?: ExecutorConfig;
  /**
   * Hooks holds the lifecycle hook which is invoked at lifecycle of step, irrespective of the success,
   * failure, or error status of the primary step.
   */
  readonly hooks?: Readonly<Record<string, LifecycleHook>>;
  readonly hostAliases?: readonly HostAlias[];
  /** Host networking requested for this workflow pod. */
  readonly hostNetwork?: boolean;
  /**
   * ImagePullSecrets is a list of references to secrets in the same namespace to use for pulling any images
   * in pods that reference this ServiceAccount.
   */
  readonly imagePullSecrets?: readonly LocalObjectReference[];
  /** Metrics are a list of metrics emitted from this Workflow. */
  readonly metrics?: Metrics;
  /**
   * NodeSelector is a selector which will result in all pods of the workflow to be scheduled on the selected
   * node(s).
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /**
   * OnExit is a template reference which is invoked at the end of the workflow, irrespective of the success,
   * failure, or error of the primary workflow.
   */
  readonly onExit?: string;
  /** Parallelism limits the max total parallel pods that can execute at the same time in a workflow. */
  readonly parallelism?: number;
  /** PodDisruptionBudget holds the number of concurrent disruptions that you allow for Workflow's Pods. */
  readonly podDisruptionBudget?: PodDisruptionBudgetSpec;
  /** PodGC describes the strategy to use when deleting completed pods. */
  readonly podGC?: PodGC;
  /** PodMetadata defines additional metadata that should be applied to workflow pods. */
  readonly podMetadata?: Metadata;
  /** PriorityClassName to apply to workflow pods. */
  readonly podPriorityClassName?: string;
  /** PodSpecPatch holds strategic merge patch to apply against the pod spec. */
  readonly podSpecPatch?: string;
  /** Priority is used if controller is configured to process limited number of workflows in parallel. */
  readonly priority?: number;
  /** RetryStrategy for all templates in the workflow. */
  readonly retryStrategy?: RetryStrategy;
  /** Set scheduler name for all pods. */
  readonly schedulerName?: string;
  /** SecurityContext holds pod-level security attributes and common container settings. */
  readonly securityContext?: PodSecurityContext;
  /** ServiceAccountName is the name of the ServiceAccount to run all pods of the workflow as. */
  readonly serviceAccountName?: string;
  /** Shutdown will shutdown the workflow according to its ShutdownStrategy. */
  readonly shutdown?: OneOf<"Terminate" | "Stop">;
  /** Suspend will suspend the workflow and prevent execution of any future steps in the workflow. */
  readonly suspend?: boolean;
  /** Synchronization holds synchronization lock configuration for this Workflow. */
  readonly synchronization?: Synchronization;
  /**
   * TemplateDefaults holds default template values that will apply to all templates in the Workflow, unless
   * overridden on the template-level.
   */
  readonly templateDefaults?: Template;
  /** Templates is a list of workflow templates used in a workflow. */
  readonly templates?: readonly Template[];
  /** Tolerations to apply to workflow pods. */
  readonly tolerations?: readonly Toleration[];
  /**
   * TTLStrategy limits the lifetime of a Workflow that has finished execution depending on if it Succeeded or
   * Failed.
   */
  readonly ttlStrategy?: TTLStrategy;
  /** VolumeClaimGC describes the strategy to use when deleting volumes from completed workflows. */
  readonly volumeClaimGC?: VolumeClaimGC;
  /** VolumeClaimTemplates is a list of claims that containers are allowed to reference. */
  readonly volumeClaimTemplates?: readonly PersistentVolumeClaim[];
  /** Volumes is a list of volumes that can be mounted by containers in a workflow. */
  readonly volumes?: readonly Volume[];
  /** WorkflowMetadata contains some metadata of the workflow to refer to. */
  readonly workflowMetadata?: WorkflowMetadata;
  /** WorkflowTemplateRef holds a reference to a WorkflowTemplate for execution. */
  readonly workflowTemplateRef?: WorkflowTemplateRef;
}

/**
 * WorkflowStep is a reference to a template to execute in a series of step Note: CEL validation cannot check
 * withItems (Schemaless) or inline (PreserveUnknownFields) fields.
 */
export interface WorkflowStep {
  /** Arguments hold arguments to the template. */
  readonly arguments?: Arguments;
  /** ContinueOn makes argo to proceed with the following step even if this step fails. */
  readonly continueOn?: ContinueOn;
  /**
   * Hooks holds the lifecycle hook which is invoked at lifecycle of step, irrespective of the success,
   * failure, or error status of the primary step.
   */
  readonly hooks?: Readonly<Record<string, LifecycleHook>>;
  /** Inline is the template. */
  readonly inline?: Template;
  /** Name of the step. */
  readonly name?: string;
  /**
   * OnExit is a template reference which is invoked at the end of the template, irrespective of the success,
   * failure, or error of the primary template.
   */
  readonly onExit?: string;
  /** Template is the name of the template to execute as the step. */
  readonly template?: string;
  /** TemplateRef is the reference to the template resource to execute as the step. */
  readonly templateRef?: TemplateRef;
  /** When is an expression in which the step should conditionally execute. */
  readonly when?: string;
  /**
   * WithItems expands a step into multiple parallel steps from the items in the list Note: The structure of
   * WithItems is free-form, so we need "x-kubernetes-preserve-unknown-fields: true" in the validation schema.
   */
  readonly withItems?: readonly Item[];
  /**
   * WithParam expands a step into multiple parallel steps from the value in the parameter, which is expected
   * to be a JSON list.
   */
  readonly withParam?: string;
  /** WithSequence expands a step into a numeric sequence. */
  readonly withSequence?: Sequence;
}

/** WorkflowTemplate is the definition of a workflow template resource. */
export interface WorkflowTemplate {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: "argoproj.io/v1alpha1";
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: "WorkflowTemplate";
  readonly metadata: ObjectMeta;
  readonly spec: WorkflowSpec;
}

/** WorkflowTemplateRef is a reference to a WorkflowTemplate resource. */
export interface WorkflowTemplateRef {
  /** ClusterScope indicates the referred template is cluster scoped (i.e. a ClusterWorkflowTemplate). */
  readonly clusterScope?: boolean;
  /** Name is the resource name of the workflow template. */
  readonly name?: string;
}

/** ZipStrategy will unzip zipped input artifacts. */
export type ZipStrategy = EmptyObject;
