import * as z from "zod";

/** Phases of a node of a workflow. A node that the controller has not processed has none. */
const nodePhaseSchema = z.enum(["Pending", "Running", "Succeeded", "Skipped", "Failed", "Error", "Omitted"]);

const workflowPhaseSchema = z.enum(["", "Pending", "Running", "Succeeded", "Failed", "Error"]);

const text = z.string().optional();

/** A parameter's value may be any JSON scalar; Argo itself writes texts. */
const parameterSchema = z.looseObject({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).transform(String).optional(),
});

const artifactSchema = z.looseObject({
  name: z.string(),
  s3: z.looseObject({ key: text, bucket: text, endpoint: text }).optional(),
});

const valuesSchema = z.looseObject({
  parameters: z.array(parameterSchema).optional(),
  artifacts: z.array(artifactSchema).optional(),
  result: text,
  exitCode: text,
});

export const nodeSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  displayName: z.string().default(""),
  type: z.string(),
  phase: nodePhaseSchema.optional().catch(undefined),
  message: text,
  templateName: text,
  templateRef: z.looseObject({ name: text, template: text }).optional(),
  boundaryID: text,
  children: z.array(z.string()).optional(),
  startedAt: z.string().nullish(),
  finishedAt: z.string().nullish(),
  progress: text,
  hostNodeName: text,
  resourcesDuration: z.record(z.string(), z.number()).optional(),
  memoizationStatus: z.looseObject({ hit: z.boolean().optional() }).optional(),
  inputs: valuesSchema.optional(),
  outputs: valuesSchema.optional(),
});
export type WorkflowNode = z.output<typeof nodeSchema>;

export const workflowSchema = z.looseObject({
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string().default(""),
    uid: text,
    resourceVersion: text,
    creationTimestamp: text,
    labels: z.record(z.string(), z.string()).optional(),
    annotations: z.record(z.string(), z.string()).optional(),
  }),
  spec: z.looseObject({
    arguments: z.looseObject({ parameters: z.array(parameterSchema).optional() }).optional(),
    serviceAccountName: text,
    suspend: z.boolean().optional(),
    shutdown: text,
    workflowTemplateRef: z.looseObject({ name: text, clusterScope: z.boolean().optional() }).optional(),
  }),
  status: z
    .looseObject({
      phase: workflowPhaseSchema.optional().catch(undefined),
      message: text,
      startedAt: z.string().nullish(),
      finishedAt: z.string().nullish(),
      progress: text,
      estimatedDuration: z.number().optional(),
      resourcesDuration: z.record(z.string(), z.number()).optional(),
      conditions: z.array(z.looseObject({ type: z.string(), status: text, message: text })).optional(),
      nodes: z.record(z.string(), nodeSchema).optional(),
      outputs: valuesSchema.optional(),
      storedWorkflowTemplateSpec: z
        .looseObject({
          serviceAccountName: text,
          arguments: z.looseObject({ parameters: z.array(parameterSchema).optional() }).optional(),
        })
        .optional(),
      artifactRepositoryRef: z.looseObject({}).optional(),
    })
    .optional(),
});

/** A workflow as the server returns it. Fields that this client reads are typed; all others are kept. */
export type ServerWorkflow = z.output<typeof workflowSchema>;

/** Whether the workflow has ended, successfully or not. */
export function isFinished({ status }: ServerWorkflow): boolean {
  return status?.phase === "Succeeded" || status?.phase === "Failed" || status?.phase === "Error";
}

/** A node's message; "cached" for one whose outputs were taken from an earlier workflow. */
export function messageOfNode({ message = "", memoizationStatus }: WorkflowNode): string {
  return message === "" && memoizationStatus?.hit === true ? "cached" : message;
}

/** Whether a node is a suspend node that waits for a person. */
export function isWaiting({ type, phase }: WorkflowNode): boolean {
  return type === "Suspend" && phase === "Running";
}
