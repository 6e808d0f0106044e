import { parse } from "yaml";
import * as z from "zod";

/** The fields of a manifest that the player uses; other fields are kept unchanged. */

const anyString = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const parameterSchema = z.looseObject({
  name: z.string(),
  value: anyString.optional(),
  default: anyString.optional(),
  globalName: z.string().optional(),
  valueFrom: z
    .looseObject({
      path: z.string().optional(),
      parameter: z.string().optional(),
      expression: z.string().optional(),
      default: anyString.optional(),
      supplied: z.looseObject({}).optional(),
    })
    .optional(),
});
export type Parameter = z.output<typeof parameterSchema>;

export const artifactSchema = z.looseObject({
  name: z.string(),
  path: z.string().optional(),
  from: z.string().optional(),
  fromExpression: z.string().optional(),
  subPath: z.string().optional(),
  s3: z.looseObject({ key: z.string().optional() }).optional(),
  archive: z.looseObject({ none: z.looseObject({}).optional() }).optional(),
  optional: z.boolean().optional(),
  globalName: z.string().optional(),
});
export type Artifact = z.output<typeof artifactSchema>;

const portsSchema = z.looseObject({
  parameters: z.array(parameterSchema).default([]),
  artifacts: z.array(artifactSchema).default([]),
});
export type Ports = z.output<typeof portsSchema>;
const noPorts: Ports = { parameters: [], artifacts: [] };

const templateRefSchema = z.looseObject({ name: z.string(), template: z.string() });

export const taskSchema = z.looseObject({
  name: z.string(),
  template: z.string().optional(),
  templateRef: templateRefSchema.optional(),
  depends: z.string().optional(),
  when: z.string().optional(),
  withItems: z.array(z.unknown()).optional(),
  withParam: z.string().optional(),
  arguments: portsSchema.default(noPorts),
});
export type DagTask = z.output<typeof taskSchema>;

const scriptSchema = z.looseObject({
  image: z.string().optional(),
  command: z.array(z.string()).default([]),
  source: z.string(),
  env: z
    .array(
      z.looseObject({
        name: z.string(),
        value: anyString.optional(),
        valueFrom: z.looseObject({}).optional(),
      }),
    )
    .default([]),
});
export type Script = z.output<typeof scriptSchema>;

const retryStrategySchema = z.looseObject({
  limit: anyString.optional(),
  retryPolicy: z.enum(["Always", "OnFailure", "OnError"]).optional(),
  expression: z.string().optional(),
});
export type RetryStrategy = z.output<typeof retryStrategySchema>;

export const templateSchema = z.looseObject({
  name: z.string(),
  inputs: portsSchema.default(noPorts),
  outputs: portsSchema.default(noPorts),
  dag: z.looseObject({ tasks: z.array(taskSchema) }).optional(),
  script: scriptSchema.optional(),
  suspend: z.looseObject({ duration: z.string().optional() }).optional(),
  retryStrategy: retryStrategySchema.optional(),
  activeDeadlineSeconds: z.number().optional(),
});
export type Template = z.output<typeof templateSchema>;

const manifestSchema = z.looseObject({
  kind: z.literal("Workflow"),
  metadata: z.looseObject({ name: z.string().optional(), generateName: z.string().optional() }),
  spec: z.looseObject({
    entrypoint: z.string(),
    onExit: z.string().optional(),
    arguments: portsSchema.default(noPorts),
    templates: z.array(templateSchema),
  }),
});
export type Manifest = z.output<typeof manifestSchema>;

/** Reads a manifest as Argo does: as YAML 1.1, where an unquoted `n` is a boolean. */
export function readManifest(yaml: string): Manifest {
  return manifestSchema.parse(parse(yaml, { version: "1.1" }));
}
