import { artifact, artifactList, type OutputPort, parameter } from "./port.js";
import { type AnyRef, ArtifactRef, MaybeArtifactRef, MaybeParameterRef, ParameterRef } from "./reference.js";
import type { ValueSource } from "./value-source.js";

/**
 * A reference to an output.
 * @param maybe whether its value may not exist
 */
export function referenceTo(source: ValueSource, port: OutputPort, maybe: boolean): AnyRef {
  if (port.kind === "parameter") {
    return maybe ? new MaybeParameterRef(source, port.schema) : new ParameterRef(source, port.schema);
  }
  return maybe
    ? new MaybeArtifactRef(source, port.codec, port.list)
    : new ArtifactRef(source, port.codec, port.list);
}

/** The port of an output that passes on what a reference refers to. */
export function portOfReference(ref: AnyRef): OutputPort {
  if (ref.kind === "parameter") return parameter(ref.schema);
  return ref.list ? artifactList(ref.codec) : artifact(ref.codec);
}
