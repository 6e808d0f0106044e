import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ErrorObject } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as z from "zod";

/** The strict schema of Argo's manifests, generated from Argo's own. */
export const schemaPath = join(
  import.meta.dirname,
  "../../../../argo-lint/src/argo-schema/argo-workflows.schema.json",
);

const argoPackage = "io.argoproj.workflow.v1alpha1.";
const schema = z
  .looseObject({ oneOf: z.array(z.object({ $ref: z.string() })) })
  .parse(JSON.parse(readFileSync(schemaPath, "utf8")));
const kinds = schema.oneOf.map(({ $ref }) => $ref.slice($ref.lastIndexOf(".") + 1));
const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true, inlineRefs: false }).addSchema(
  schema,
  "argo",
);

/** The kind of a manifest that Argo Workflows reads; undefined for any other document. */
export function argoKind(manifest: unknown): string | undefined {
  const kind = z.looseObject({ kind: z.enum(kinds) }).safeParse(manifest);
  return kind.success ? kind.data.kind : undefined;
}

/** Validates a manifest with the strict schema. @returns the path and the problem of each finding */
export function schemaFindings(manifest: unknown): readonly string[] {
  const kind = argoKind(manifest);
  if (kind === undefined) return [`kind: expected one of ${kinds.join(", ")}`];
  const validate = ajv.getSchema(`argo#/definitions/${argoPackage}${kind}`);
  if (validate === undefined) throw new Error(`The schema defines no ${kind}.`);
  validate(manifest);
  return (validate.errors ?? []).flatMap(finding);
}

/** A field of fixed values fails three times (no such value, no `{{…}}`, neither): the first is sufficient. */
function finding(error: ErrorObject): readonly string[] {
  const path = readablePath(error.instancePath);
  const found = JSON.stringify(error.data);
  switch (error.keyword) {
    case "additionalProperties":
      return [`${readablePath(`${error.instancePath}/${error.params.additionalProperty}`)}: no such field`];
    case "required":
      return [`${readablePath(`${error.instancePath}/${error.params.missingProperty}`)}: is missing`];
    case "type":
      return [`${path}: expected ${[error.params.type].flat().join(" or ")}, found ${found}`];
    case "enum":
      return [`${path}: expected one of ${error.params.allowedValues.join(", ")}, found ${found}`];
    case "anyOf":
    case "pattern":
      return [];
    default:
      return [`${path}: ${error.message}, found ${found}`];
  }
}

/** `spec.templates[0].name` for the JSON pointer `/spec/templates/0/name`. */
function readablePath(pointer: string): string {
  const parts = pointer.split("/").slice(1);
  return parts
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((part, i) => {
      if (/^\d+$/.test(part)) return `[${part}]`;
      if (!/^[\w-]+$/.test(part)) return `[${JSON.stringify(part)}]`;
      return i === 0 ? part : `.${part}`;
    })
    .join("");
}
