import * as z from "zod";
import { DefinitionError } from "./errors.js";
import { type AnyRef, ArtifactRef, ParameterRef } from "./reference.js";
import { describeSource, type ValueSource } from "./value-source.js";

/**
 * A reference to the first of several values whose task ran.
 * @throws {DefinitionError} if there are none, or their kinds or formats differ
 */
export function joinReferences(
  workflow: string,
  alternatives: readonly AnyRef[],
): ParameterRef<unknown> | ArtifactRef<unknown> {
  const [first] = alternatives;
  if (first === undefined) throw new DefinitionError(`${workflow}: firstOf has no alternatives.`);
  for (const other of alternatives) {
    if (formOf(other) === formOf(first)) continue;
    throw new DefinitionError(
      `${workflow}: firstOf joins ${describeSource(first.source)} (${formOf(first)}) and ${describeSource(other.source)} (${formOf(other)}). ` +
        "Expected alternatives of one format.",
    );
  }
  const source: ValueSource = { from: "firstOf", alternatives: alternatives.map((ref) => ref.source) };
  if (first.kind === "artifact") return new ArtifactRef(source, first.codec, first.list);
  const schemas = new Set(alternatives.flatMap((ref) => (ref.kind === "parameter" ? [ref.schema] : [])));
  return new ParameterRef(source, schemas.size === 1 ? first.schema : z.union([...schemas]));
}

function formOf(ref: AnyRef): string {
  if (ref.kind === "parameter") return "parameter";
  return ref.list ? `list of ${ref.codec.format}` : ref.codec.format;
}
